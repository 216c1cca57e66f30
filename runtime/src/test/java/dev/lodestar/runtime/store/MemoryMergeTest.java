package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.contract.MergeContract;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;

class MemoryMergeTest extends MergeContract {
    @Override
    protected Store open(Keep keep) {
        return Stores.inMemory(keep);
    }
}
