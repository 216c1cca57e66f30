package dev.lodestar.runtime.store.mapdb;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;

/**
 * Opens stores in a file of MapDB. Not for state that matters: MapDB 3.1.0 never reads its log again, so that a process that
 * is killed in the middle of a commit can leave a damaged file.
 */
public final class MapDb {
    private MapDb() {}

    /**
     * Opens a store without history. The file and its folder are made if they do not exist; MapDB keeps its log in files
     * of the same name with {@code .wal.} and a number behind it.
     *
     * @param file which only one process may have open
     * @throws dev.lodestar.store.StoreException if the file belongs to another process, or cannot be read and written
     */
    public static Store open(Path file) {
        return Stores.over(MapDbMedium.open(file));
    }

    /**
     * Opens a store with history, which lies in the same file; else as {@link #open(Path)}.
     *
     * @param keep how much of it
     */
    public static Store open(Path file, Keep keep) {
        return Stores.over(MapDbMedium.open(file), keep);
    }
}
