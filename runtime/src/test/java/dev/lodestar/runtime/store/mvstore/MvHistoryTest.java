package dev.lodestar.runtime.store.mvstore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.runtime.store.HistoryContract;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvHistoryTest extends HistoryContract {
    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return MvStores.open(folder.resolve("store"), Keep.everything());
    }

    @Test
    void keepsTheHistoryWhenItIsOpenedAgain() {
        Path file = folder.resolve("again");
        Commit first;
        try (Store store = MvStores.open(file, Keep.everything())) {
            first = store.as("ann").commit("First", tx -> tx.set("a", 1)).orElseThrow();
            store.history().branch("draft").set("a", 2);
        }
        try (Store store = MvStores.open(file, Keep.everything())) {
            assertEquals(List.of(first), store.history().log("", 10));
            assertEquals(Optional.of(2), store.history().branch("draft").get("a", Integer.class));
        }
    }
}
