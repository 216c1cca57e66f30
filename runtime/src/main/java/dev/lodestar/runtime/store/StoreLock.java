package dev.lodestar.runtime.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other stores off a repository. Git itself locks a branch only for the moment in which it moves.
 *
 * @param channel of the file that is locked
 */
record StoreLock(FileChannel channel) implements AutoCloseable {
    /** What the file is called that a store locks. */
    static final String NAME = "lodestar.lock";

    static StoreLock take(StoreFile file) {
        try {
            FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            StoreLock lock = new StoreLock(channel);
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
            // The lock ends with the process at the latest.
        }
    }
}
