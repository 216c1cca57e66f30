package dev.lodestar.store.mvstore;

import dev.lodestar.runtime.store.crash.FullDiskContract;

class MvFullDiskTest extends FullDiskContract {
    MvFullDiskTest() {
        super(MvOpener.class);
    }
}
