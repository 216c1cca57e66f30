package dev.lodestar.runtime.store.mvstore;

import dev.lodestar.runtime.store.KeptHistoryContract;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;

class MvHistoryTest extends KeptHistoryContract {
    @Override
    protected Store open(Path path) {
        return MvStores.open(path, Keep.everything());
    }
}
