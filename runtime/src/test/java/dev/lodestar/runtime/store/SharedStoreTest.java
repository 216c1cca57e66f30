package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.contract.SharedStoreContract;
import dev.lodestar.runtime.store.medium.SharedMedium;

class SharedStoreTest extends SharedStoreContract {
    private final SharedMemory memory = new SharedMemory();

    @Override
    protected SharedMedium medium() {
        return memory.medium();
    }
}
