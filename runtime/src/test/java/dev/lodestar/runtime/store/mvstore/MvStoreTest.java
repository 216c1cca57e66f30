package dev.lodestar.runtime.store.mvstore;

import dev.lodestar.runtime.store.KeptStoreContract;
import dev.lodestar.store.Store;
import java.nio.file.Path;

class MvStoreTest extends KeptStoreContract {
    @Override
    protected Store open(Path path) {
        return MvStores.open(path);
    }
}
