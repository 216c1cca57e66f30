package dev.lodestar.runtime.store;

import dev.lodestar.store.Store;
import java.nio.file.Path;

class GitHistoryTest extends KeptHistoryContract {
    @Override
    protected Store open(Path path) {
        return GitStores.open(path);
    }
}
