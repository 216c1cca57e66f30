package dev.lodestar.runtime.store;

import dev.lodestar.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest extends HistoryContract {
    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return GitStores.open(folder.resolve("store"));
    }
}
