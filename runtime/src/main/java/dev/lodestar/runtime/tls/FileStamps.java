package dev.lodestar.runtime.tls;

import dev.lodestar.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** What tells that a certificate's files have changed, without opening them. */
record FileStamps(@Nullable Stamp certificate, @Nullable Stamp key) {
    /** @param file identifies the file, where the system can, since another file may have replaced it */
    private record Stamp(
            FileTime changed, long size, @Nullable Object file) {}

    static FileStamps of(Tls tls) {
        return new FileStamps(stamp(tls.certificate()), stamp(tls.key()));
    }

    private static @Nullable Stamp stamp(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
        } catch (IOException e) {
            return null;
        }
    }
}
