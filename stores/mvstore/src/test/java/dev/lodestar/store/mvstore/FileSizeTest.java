package dev.lodestar.store.mvstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large the file of a store is, compared with the live data in it. */
class FileSizeTest {
    private static final int KEYS = 400;
    private static final int LENGTH = 2_000;
    private static final long LIVE = KEYS * LENGTH;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("store");
    }

    @Test
    void staysSmallWhileTheSameKeysAreOverwritten() throws IOException {
        try (Store store = MvStores.open(file)) {
            overwrite(store, 4_000);
            assertShrinksTo(5 * LIVE, store);
            assertHoldsAll(store);
        }
    }

    @Test
    void staysSmallWhileHistoryIsDropped() throws IOException {
        try (Store store = MvStores.open(file, Keep.commits(100))) {
            overwrite(store, 2_000);
            // Each of the hundred commits has the text before and the text after.
            assertShrinksTo(5 * (LIVE + 100 * 2 * LENGTH), store);
            assertHoldsAll(store);
        }
    }

    @Test
    void shrinksWhileTheStoreRunsWhenMostIsRemoved() throws IOException {
        try (Store store = MvStores.open(file)) {
            for (int i = 0; i < 20; i++) {
                int part = i;
                store.commit(
                        "Fill",
                        tx -> IntStream.range(0, KEYS)
                                .forEach(n -> tx.set("part/" + part + "/" + n, text(new Random(n)))));
            }
            long full = Files.size(file);
            store.commit("Clear", tx -> tx.keys("part").forEach(tx::remove));
            assertShrinksTo(full / 8, store);
        }
    }

    @Test
    void shrinksWhenTheStoreIsClosed() throws Exception {
        fillWithDeadChunks();
        long before = Files.size(file);
        Store store = MvStores.open(file);
        assertHoldsAll(store);
        store.close();
        assertTrue(before > 20 * LIVE, () -> "the file was large: " + before);
        assertAtMost(5 * LIVE);
        try (Store again = MvStores.open(file)) {
            assertHoldsAll(again);
        }
    }

    @Test
    void staysAsItIsIfClosingMayTakeNoTime() throws Exception {
        fillWithDeadChunks();
        long before = Files.size(file);
        Stores.close(MvStores.open(file), Duration.ZERO);
        assertTrue(Files.size(file) > before / 2);
        try (Store again = MvStores.open(file)) {
            assertHoldsAll(again);
        }
    }

    /** Leaves a file behind as MVStore does by default, with dead chunks in it. */
    private void fillWithDeadChunks() {
        Random random = new Random(1);
        try (MVStore store = Garbage.open(file)) {
            MVMap<String, String> texts = Garbage.texts(store);
            for (int n = 0; n < KEYS; n++) {
                texts.put("n/" + n, '"' + text(random) + '"');
            }
            for (int i = 0; i < 2_000; i++) {
                texts.put("n/" + random.nextInt(KEYS), '"' + text(random) + '"');
                store.commit();
            }
        }
    }

    private static void overwrite(Store store, int commits) {
        store.commit("Fill", tx -> IntStream.range(0, KEYS).forEach(n -> tx.set("n/" + n, text(new Random(n)))));
        CompletableFuture<?>[] threads = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    Random random = new Random(thread);
                    for (int i = 0; i < commits / 4; i++) {
                        store.set("n/" + random.nextInt(KEYS), text(random));
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(threads).join();
    }

    private static String text(Random random) {
        return random.ints('a', 'z' + 1)
                .limit(LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Commits until the file is no larger than this, because compaction leaves most of the time to commits. */
    private void assertShrinksTo(long size, Store store) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Random random = new Random(0);
        while (Files.size(file) > size && System.nanoTime() < end) {
            store.set("n/0", text(random));
        }
        assertAtMost(size);
    }

    private void assertAtMost(long size) throws IOException {
        long found = Files.size(file);
        assertTrue(found <= size, () -> "the file has " + found + " bytes, not at most " + size);
    }

    private static void assertHoldsAll(Store store) {
        assertEquals(KEYS, store.list("n", String.class).size());
        assertTrue(store.list("n", String.class).stream()
                .allMatch(entry -> entry.value().length() == LENGTH));
    }
}
