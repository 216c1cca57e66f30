package dev.lodestar.store.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/** The folder in which a repository has its packs. */
final class GitPackFolder {
    /** What JGit calls files of packs that it has not finished writing. They are in the folder above. */
    private static final String UNFINISHED = "incoming_*";

    /** The age from which on an unfinished file cannot belong to a program that is still writing it. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Repository repository;
    private final Path folder;

    GitPackFolder(Repository repository) {
        this.repository = repository;
        this.folder = repository.getDirectory().toPath().resolve("objects/pack");
    }

    /** Returns the files with an extension. */
    List<Path> files(String extension) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith("." + extension)).toList();
        }
    }

    /** Writes a pack, which is durable and visible to other programs when this returns. */
    void write(GitPackStream pack) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            inserter.newPackParser(pack).parse(NullProgressMonitor.INSTANCE);
        }
        DurableFolder.sync(folder);
    }

    /** Removes what processes that were killed have left unfinished. */
    static void clear(Path repository) throws IOException {
        Path objects = repository.resolve("objects");
        if (!Files.isDirectory(objects)) {
            return;
        }
        FileTime abandoned = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(objects, UNFINISHED)) {
            for (Path file : unfinished) {
                if (Files.getLastModifiedTime(file).compareTo(abandoned) < 0) {
                    Files.delete(file);
                }
            }
        }
    }
}
