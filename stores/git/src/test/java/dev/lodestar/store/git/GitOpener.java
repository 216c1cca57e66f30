package dev.lodestar.store.git;

import dev.lodestar.runtime.store.crash.StoreOpener;
import dev.lodestar.store.Store;
import java.nio.file.Path;

/** Opens a store, also in child processes. */
final class GitOpener implements StoreOpener {
    @Override
    public Store open(Path folder) {
        return GitStores.open(folder.resolve("store"));
    }
}
