package dev.lodestar.store.mvstore;

import dev.lodestar.runtime.store.crash.StoreOpener;
import dev.lodestar.store.Store;
import java.nio.file.Path;

/** Opens a store, also in child processes. */
final class MvOpener implements StoreOpener {
    @Override
    public Store open(Path folder) {
        return MvStores.open(folder.resolve("store"));
    }
}
