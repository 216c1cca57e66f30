package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.contract.StoreContract;
import dev.lodestar.store.Store;

class MemoryStoreTest extends StoreContract {
    @Override
    protected Store open() {
        return Stores.inMemory();
    }
}
