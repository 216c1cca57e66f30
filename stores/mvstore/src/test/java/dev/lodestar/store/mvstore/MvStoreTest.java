package dev.lodestar.store.mvstore;

import dev.lodestar.runtime.store.contract.DurableStoreContract;
import dev.lodestar.store.Store;
import java.nio.file.Path;

class MvStoreTest extends DurableStoreContract {
    @Override
    protected Store open(Path path) {
        return MvStores.open(path);
    }
}
