package dev.lodestar.store.git;

import dev.lodestar.runtime.store.contract.DurableHistoryContract;
import dev.lodestar.store.Store;
import java.nio.file.Path;

class GitHistoryTest extends DurableHistoryContract {
    @Override
    protected Store open(Path path) {
        return GitStores.open(path);
    }
}
