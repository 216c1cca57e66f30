package dev.lodestar.store.mvstore;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;

/** Opens stores in a file of H2's MVStore. */
public final class MvStores {
    private MvStores() {}

    /**
     * Opens a store without a history. The file and its folder are created if they do not exist.
     *
     * @param file the file, which only one process can have open
     * @throws dev.lodestar.store.StoreException if another process has the file open, or if it cannot be read and
     *     written
     */
    public static Store open(Path file) {
        return Stores.over(new MvMedium(file));
    }

    /**
     * Opens a store with a history, which is in the same file; otherwise the same as {@link #open(Path)}.
     *
     * @param keep how much history to keep
     */
    public static Store open(Path file, Keep keep) {
        return Stores.over(new MvMedium(file), keep);
    }
}
