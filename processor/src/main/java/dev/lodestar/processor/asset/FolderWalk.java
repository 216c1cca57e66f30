package dev.lodestar.processor.asset;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Finds the files of a folder and follows symbolic links; names with a leading dot are skipped. */
final class FolderWalk extends SimpleFileVisitor<Path> {
    /** The one folder with a leading dot that is public (RFC 8615). */
    private static final String WELL_KNOWN = ".well-known";

    private final Path folder;
    private final SortedMap<String, Path> files = new TreeMap<>();

    private FolderWalk(Path folder) {
        this.folder = folder;
    }

    /**
     * The files by name, in order; names have {@code /} between folders.
     *
     * @throws IOException if a part of the folder cannot be read; the message says which and why
     */
    static SortedMap<String, Path> files(Path folder) throws IOException {
        FolderWalk walk = new FolderWalk(folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        return walk.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isHidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            throw new IOException(file + " is a symbolic link to a file that does not exist. Correct or remove it.");
        }
        if (attributes.isRegularFile()) {
            files.put(name(file), file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (isHidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        throw new IOException(
                e instanceof FileSystemLoopException
                        ? file + " is a symbolic link to a folder that contains it. Remove it."
                        : file + " cannot be read: " + Unreadable.reason(e),
                e);
    }

    private boolean isHidden(Path file) {
        String last = file.getFileName().toString();
        return !file.equals(folder)
                && last.startsWith(".")
                && !(last.equals(WELL_KNOWN) && file.getParent().equals(folder));
    }

    private String name(Path file) {
        StringJoiner name = new StringJoiner("/");
        folder.relativize(file).forEach(part -> name.add(part.toString()));
        return name.toString();
    }
}
