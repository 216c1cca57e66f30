package dev.lodestar.runtime.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps other stores off a repository. Git itself locks a branch only for the moment in which it moves.
 *
 * @param channel of the file that is locked
 */
record GitLock(FileChannel channel) implements AutoCloseable {
    /** How long a program of Git may keep a lock, in milliseconds, before we take it for dead. */
    private static final int PATIENCE = 1_000;

    static GitLock take(StoreFile file) {
        try {
            FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            GitLock lock = new GitLock(channel);
            try {
                if (channel.tryLock() != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                lock.close();
                throw file.inUse(e);
            }
            lock.close();
            throw file.inUse(null);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Clears away what a store leaves that is killed: locks of branches, and packs that are not whole. */
    static void clear(Path repository) throws IOException {
        List<Path> locks = left(repository, ".lock");
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (!locks.isEmpty() && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(PATIENCE / 20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            locks = locks.stream().filter(Files::exists).toList();
        }
        for (Path lock : locks) {
            Files.deleteIfExists(lock);
        }
        for (Path pack : left(repository.resolve("objects/pack"), "")) {
            if (pack.getFileName().toString().startsWith(GitPack.UNFINISHED)) {
                Files.deleteIfExists(pack);
            }
        }
    }

    private static List<Path> left(Path folder, String end) throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (Path each : List.of(folder, folder.resolve("refs/heads"))) {
            if (Files.isDirectory(each)) {
                try (Stream<Path> files = Files.list(each)) {
                    files.filter(path -> path.getFileName().toString().endsWith(end))
                            .filter(path -> !path.endsWith(NAME))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    /** What the file is called that a store locks. */
    static final String NAME = "lodestar.lock";

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }
}
