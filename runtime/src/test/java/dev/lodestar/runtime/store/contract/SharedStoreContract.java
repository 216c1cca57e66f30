package dev.lodestar.runtime.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.runtime.store.medium.SharedMedium;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.History.Merge;
import dev.lodestar.store.Store;
import dev.lodestar.store.StoreReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stores do that share the same texts, as several processes do. */
public abstract class SharedStoreContract extends StoreContract {
    private final List<Store> others = new ArrayList<>();

    /** Returns another medium over the texts that all media of this test share, which are empty at first. */
    protected abstract SharedMedium medium() throws Exception;

    @Override
    protected final Store open() throws Exception {
        others.add(Stores.over(medium())); // catches up with everything that the tested store does
        return Stores.over(medium());
    }

    private Store another(Keep keep) throws Exception {
        Store store = Stores.over(medium(), keep);
        others.add(store);
        return store;
    }

    @AfterEach
    void closeOthers() {
        others.forEach(Store::close);
    }

    private static BlockingQueue<Commit> told(Store store, String prefix) {
        BlockingQueue<Commit> told = new LinkedBlockingQueue<>();
        store.watch(prefix, told::add);
        return told;
    }

    private static Commit next(BlockingQueue<Commit> told) throws InterruptedException {
        Commit commit = told.poll(10, TimeUnit.SECONDS);
        assertTrue(commit != null, "no commit was announced");
        return commit;
    }

    @Test
    void notifiesOfCommitsMadeElsewhereAndShowsThem() throws Exception {
        Store one = another(Keep.commits(100));
        Store two = another(Keep.commits(100));
        BlockingQueue<Commit> told = told(two, "a");
        one.set("b", 1);
        Commit first = one.as("ann").commit("First", tx -> tx.set("a", 1)).orElseThrow();
        assertEquals(first, next(told));
        assertEquals(Optional.of(1), two.get("a", Integer.class));
        assertEquals(first, two.history().head().orElseThrow());

        StoreReader before = two.history().at(first.id());
        one.set("a", 2);
        assertEquals("Set a", next(told).message());
        assertEquals(Optional.of(1), before.get("a", Integer.class));
        assertEquals(List.of("a", "b"), before.keys(""));
        two.history().revert(one.history().head().orElseThrow().id());
        assertEquals(Optional.of(1), two.get("a", Integer.class));
    }

    @Test
    void losesNoUpdatesAndNotifiesAllStoresInTheSameOrder() throws Exception {
        int stores = 3;
        int threads = 2;
        int times = 40;
        ExecutorService pool = Executors.newFixedThreadPool(stores * threads);
        List<BlockingQueue<Commit>> told = new ArrayList<>();
        List<Store> all = new ArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < stores; i++) {
            Store store = another(Keep.commits(10));
            all.add(store);
            told.add(told(store, "n"));
            for (int t = 0; t < threads; t++) {
                running.add(pool.submit(() -> {
                    for (int n = 0; n < times; n++) {
                        store.update("n", Integer.class, old -> Optional.of(old.orElse(0) + 1));
                    }
                }));
            }
        }
        for (Future<?> each : running) {
            each.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        int updates = stores * threads * times;
        List<String> ids = new ArrayList<>();
        for (BlockingQueue<Commit> queue : told) {
            List<Integer> values = new ArrayList<>();
            List<String> order = new ArrayList<>();
            for (int i = 0; i < updates; i++) {
                Commit commit = next(queue);
                values.add(commit.changes().get(0).after().orElseThrow().as(Integer.class));
                order.add(commit.id());
            }
            assertEquals(IntStream.rangeClosed(1, updates).boxed().toList(), values);
            assertTrue(ids.isEmpty() || ids.equals(order));
            ids = order;
        }
        assertEquals(updates, new HashSet<>(ids).size());
        assertEquals(
                Collections.nCopies(stores, Optional.of(updates)),
                all.stream().map(store -> store.get("n", Integer.class)).toList());
    }

    @Test
    void sharesBranches() throws Exception {
        Store one = another(Keep.commits(10));
        Store two = another(Keep.commits(10));
        one.set("a", 1);
        one.history().branch("draft").set("b", 2);
        // Its own commit makes it catch up first.
        two.set("c", 3);
        assertEquals(List.of("draft", "main"), two.history().branches());
        two.history().merge("draft", Merge.refuse());
        two.history().removeBranch("draft");
        one.set("d", 4);
        assertEquals(List.of("a", "b", "c", "d"), one.keys(""));
        assertEquals(List.of("main"), one.history().branches());
    }
}
