package dev.lodestar.store.mvstore;

import dev.lodestar.runtime.store.contract.DurableHistoryContract;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;

class MvHistoryTest extends DurableHistoryContract {
    @Override
    protected Store open(Path path) {
        return MvStores.open(path, Keep.everything());
    }
}
