package dev.lodestar.store.git;

import dev.lodestar.runtime.store.crash.KillContract;

class GitKillsTest extends KillContract {
    GitKillsTest() {
        super(GitOpener.class);
    }
}
