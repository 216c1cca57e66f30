package dev.lodestar.runtime.store.mapdb;

import dev.lodestar.runtime.store.KeptHistoryContract;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;

class MapDbHistoryTest extends KeptHistoryContract {
    @Override
    protected Store open(Path path) {
        return MapDb.open(path, Keep.everything());
    }
}
