package dev.lodestar.store.git;

import dev.lodestar.runtime.store.medium.StoreFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other stores away from a repository. Git itself locks a branch only while it moves the branch.
 *
 * @param channel the file that is locked
 */
record RepositoryLock(FileChannel channel) implements AutoCloseable {
    /** The name of the file that a store locks. */
    static final String NAME = "lodestar.lock";

    static RepositoryLock take(StoreFile file) {
        try {
            FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            RepositoryLock lock = new RepositoryLock(channel);
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

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock ends with the process, at the latest.
        }
    }
}
