package dev.lodestar.store.git;

import dev.lodestar.runtime.store.crash.FullDiskContract;

class GitFullDiskTest extends FullDiskContract {
    GitFullDiskTest() {
        super(GitOpener.class);
    }
}
