package dev.lodestar.runtime.store.mvstore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.runtime.store.StoreContract;
import dev.lodestar.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return MvStores.open(folder.resolve("data/store"));
    }

    @Test
    void keepsWhatWasCommittedWhenItIsOpenedAgain() {
        Path file = folder.resolve("again");
        try (Store store = MvStores.open(file)) {
            store.set("a", 1);
            store.set("b", List.of("x"));
            store.remove("a");
        }
        try (Store store = MvStores.open(file)) {
            assertEquals(List.of("b"), store.keys(""));
            assertEquals(Optional.of(List.of("x")), Optional.of(store.getList("b", String.class)));
        }
    }
}
