package dev.lodestar.store.mapdb;

import dev.lodestar.runtime.store.contract.DurableHistoryContract;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;

class MapDbHistoryTest extends DurableHistoryContract {
    @Override
    protected Store open(Path path) {
        return MapDbStores.open(path, Keep.everything());
    }
}
