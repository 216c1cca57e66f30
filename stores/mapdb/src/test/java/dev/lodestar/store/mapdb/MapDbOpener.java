package dev.lodestar.store.mapdb;

import dev.lodestar.runtime.store.crash.StoreOpener;
import dev.lodestar.store.Store;
import java.nio.file.Path;

/** Opens a store, also in child processes. */
final class MapDbOpener implements StoreOpener {
    @Override
    public Store open(Path folder) {
        return MapDbStores.open(folder.resolve("store"));
    }
}
