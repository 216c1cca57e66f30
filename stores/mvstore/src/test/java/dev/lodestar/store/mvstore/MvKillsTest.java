package dev.lodestar.store.mvstore;

import dev.lodestar.runtime.store.crash.KillContract;

class MvKillsTest extends KillContract {
    MvKillsTest() {
        super(MvOpener.class);
    }
}
