package dev.lodestar.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does that keeps its values on the disk. */
public abstract class KeptStoreContract extends StoreContract {
    @TempDir
    protected Path folder;

    /** Opens a store at a path, whose folder need not be there. */
    protected abstract Store open(Path path);

    @Override
    protected final Store open() {
        return open(folder.resolve("data/store"));
    }

    @Test
    void keepsWhatWasCommittedWhenItIsOpenedAgain() {
        Path path = folder.resolve("again");
        try (Store store = open(path)) {
            store.set("a", 1);
            store.set("b", List.of("x"));
            store.remove("a");
        }
        try (Store store = open(path)) {
            assertEquals(List.of("b"), store.keys(""));
            assertEquals(Optional.of(List.of("x")), Optional.of(store.getList("b", String.class)));
        }
    }
}
