package dev.lodestar.store.git;

import dev.lodestar.runtime.store.crash.ReadOnlyFolderContract;

class GitReadOnlyFolderTest extends ReadOnlyFolderContract {
    GitReadOnlyFolderTest() {
        super(GitOpener.class);
    }
}
