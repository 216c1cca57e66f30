package dev.lodestar.store.mapdb;

import dev.lodestar.runtime.store.contract.DurableStoreContract;
import dev.lodestar.store.Store;
import java.nio.file.Path;

class MapDbStoreTest extends DurableStoreContract {
    @Override
    protected Store open(Path path) {
        return MapDbStores.open(path);
    }
}
