package dev.lodestar.store.git;

import dev.lodestar.runtime.store.crash.OpeningContract;

class GitOpeningTest extends OpeningContract {
    GitOpeningTest() {
        super(GitOpener.class);
    }
}
