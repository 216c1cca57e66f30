package dev.lodestar.store.mapdb;

import dev.lodestar.runtime.store.crash.OpeningContract;

class MapDbOpeningTest extends OpeningContract {
    MapDbOpeningTest() {
        super(MapDbOpener.class);
    }
}
