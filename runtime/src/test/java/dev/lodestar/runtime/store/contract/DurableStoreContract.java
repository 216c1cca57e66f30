package dev.lodestar.runtime.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.runtime.store.SideTexts;
import dev.lodestar.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does that outlives the process. */
public abstract class DurableStoreContract extends StoreContract {
    @TempDir
    protected Path folder;

    /** Opens a store at a path, whose folder may not exist yet. */
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
            assertEquals(List.of("x"), store.getList("b", String.class));
        }
    }

    @Test
    void keepsTextsThatBelongToNoCommitWhenItIsOpenedAgain() {
        Path path = folder.resolve("again");
        try (Store store = open(path)) {
            Optional<SideTexts> texts = SideTexts.of(store, "session");
            assumeTrue(texts.isPresent(), "it keeps nothing but commits");
            texts.get().write(() -> new TreeMap<>(Map.of("a", Optional.of("1"), "b", Optional.of("2"))));
            texts.get().write(() -> new TreeMap<>(Map.of("b", Optional.empty())));
        }
        try (Store store = open(path)) {
            Map<String, String> found = new TreeMap<>();
            SideTexts.of(store, "session").orElseThrow().visit(found::put);
            assertEquals(Map.of("a", "1"), found);
            assertEquals(List.of(), store.keys(""));
        }
    }
}
