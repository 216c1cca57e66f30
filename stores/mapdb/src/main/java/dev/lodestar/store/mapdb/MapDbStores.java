package dev.lodestar.store.mapdb;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;

/**
 * Opens stores in a file of MapDB.
 *
 * <p><strong>Do not use them for state that matters.</strong> MapDB 3.1.0 writes a log but never replays it, so a
 * process that is killed in the middle of a commit can leave a file that is damaged for good. Opening a store logs a
 * warning that says so.
 */
public final class MapDbStores {
    private MapDbStores() {}

    /**
     * Opens a store without a history. The file and its folder are created if they do not exist; MapDB keeps its log in
     * files of the same name followed by {@code .wal.} and a number.
     *
     * @param file the file, which only one process can have open
     * @throws dev.lodestar.store.StoreException if another process has the file open, or if it cannot be read and
     *     written
     */
    public static Store open(Path file) {
        return Stores.over(MapDbMedium.open(file));
    }

    /**
     * Opens a store with a history, which is in the same file; otherwise the same as {@link #open(Path)}.
     *
     * @param keep how much history to keep
     */
    public static Store open(Path file, Keep keep) {
        return Stores.over(MapDbMedium.open(file), keep);
    }
}
