package dev.lodestar.store.mvstore;

import dev.lodestar.runtime.store.crash.OpeningContract;

class MvOpeningTest extends OpeningContract {
    MvOpeningTest() {
        super(MvOpener.class);
    }
}
