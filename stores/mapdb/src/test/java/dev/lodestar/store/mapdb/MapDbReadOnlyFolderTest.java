package dev.lodestar.store.mapdb;

import dev.lodestar.runtime.store.crash.ReadOnlyFolderContract;

class MapDbReadOnlyFolderTest extends ReadOnlyFolderContract {
    MapDbReadOnlyFolderTest() {
        super(MapDbOpener.class);
    }
}
