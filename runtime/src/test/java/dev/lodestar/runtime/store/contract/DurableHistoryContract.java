package dev.lodestar.runtime.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.store.Commit;
import dev.lodestar.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every history does that outlives the process. */
public abstract class DurableHistoryContract extends HistoryContract {
    @TempDir
    protected Path folder;

    /** Opens a store at a path, keeping all of its history. */
    protected abstract Store open(Path path);

    @Override
    protected final Store open() {
        return open(folder.resolve("store"));
    }

    @Test
    void keepsTheHistoryWhenItIsOpenedAgain() {
        Path path = folder.resolve("again");
        Commit first;
        try (Store store = open(path)) {
            first = store.as("ann").commit("First", tx -> tx.set("a", 1)).orElseThrow();
            store.history().branch("draft").set("a", 2);
        }
        try (Store store = open(path)) {
            assertEquals(List.of(first), store.history().log("", 10));
            assertEquals(Optional.of(2), store.history().branch("draft").get("a", Integer.class));
        }
    }
}
