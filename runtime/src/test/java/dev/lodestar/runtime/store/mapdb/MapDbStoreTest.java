package dev.lodestar.runtime.store.mapdb;

import dev.lodestar.runtime.store.KeptStoreContract;
import dev.lodestar.store.Store;
import java.nio.file.Path;

class MapDbStoreTest extends KeptStoreContract {
    @Override
    protected Store open(Path path) {
        return MapDb.open(path);
    }
}
