package dev.lodestar.runtime.store.mvstore;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;

/** Opens stores in a file of H2's MVStore. */
public final class MvStores {
    private MvStores() {}

    /**
     * Opens a store without history. The file and its folder are made if they do not exist.
     *
     * @param file which only one process may have open
     * @throws dev.lodestar.store.StoreException if the file belongs to another process, or cannot be read and written
     */
    public static Store open(Path file) {
        return Stores.over(new MvMedium(file));
    }

    /**
     * Opens a store with history, which lies in the same file; else as {@link #open(Path)}.
     *
     * @param keep how much of it
     */
    public static Store open(Path file, Keep keep) {
        return Stores.over(new MvMedium(file), keep);
    }
}
