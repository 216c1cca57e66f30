package dev.lodestar.runtime.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import dev.lodestar.store.Entry;
import dev.lodestar.store.Store;
import dev.lodestar.store.Transaction;
import dev.lodestar.store.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does, whatever the backend. */
public abstract class StoreContract {
    private Store store = Stores.inMemory();

    /** Opens an empty store to test. */
    protected abstract Store open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    record Todo(String title, boolean done) {}

    enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "green";
            }
        }
    }

    private static final Todo MILK = new Todo("Milk", false);
    private static final Todo BREAD = new Todo("Bread \u00e4 \ud83c\udf5e \"</script>\"", true);

    @Test
    void returnsWhatWasSet() {
        store.set("a/record", MILK);
        store.set("a/string", "text\nlines");
        store.set("a/number", 42L);
        store.set("a/list", List.of(MILK, BREAD));
        store.set("a/enum", Colour.GREEN);

        assertEquals(Optional.of(MILK), store.get("a/record", Todo.class));
        assertEquals(Optional.of("text\nlines"), store.get("a/string", String.class));
        assertEquals(Optional.of(42L), store.get("a/number", Long.class));
        assertEquals(List.of(MILK, BREAD), store.getList("a/list", Todo.class));
        assertEquals(Optional.of(Colour.GREEN), store.get("a/enum", Colour.class));
    }

    @Test
    void returnsNothingForAKeyWithoutValue() {
        assertEquals(Optional.empty(), store.get("a", Todo.class));
        assertEquals(List.of(), store.getList("a", Todo.class));
        assertEquals(List.of(), store.list("a", Todo.class));
        assertFalse(store.has("a"));
    }

    @Test
    void replacesAndRemoves() {
        store.set("a", 1);
        store.set("a", 2);
        assertEquals(Optional.of(2), store.get("a", Integer.class));
        store.remove("a");
        assertFalse(store.has("a"));
        store.remove("a");
    }

    @Test
    void listsValuesUnderAPrefixInKeyOrder() {
        for (String key :
                List.of("todos/b", "todos/a/1", "todos", "todos-1", "todosets", "todos/a", "a", "todos/\u00e9")) {
            store.set(key, key);
        }
        assertEquals(
                List.of("todos", "todos/a", "todos/a/1", "todos/b", "todos/\u00e9"),
                store.list("todos", String.class).stream().map(Entry::value).toList());
        assertEquals(List.of("todos/a", "todos/a/1"), store.keys("todos/a"));
        assertEquals(
                List.of("a", "todos", "todos-1", "todos/a", "todos/a/1", "todos/b", "todos/\u00e9", "todosets"),
                store.keys(""));
    }

    @Test
    void keepsAValueAtAKeyAndAnotherBelowIt() {
        store.set("a", 1);
        store.set("a/b", 2);
        store.remove("a");
        assertEquals(List.of("a/b"), store.keys(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", ".a", "a/.b", "a\nb", "\ud800"})
    void rejectsInvalidKeys(String key) {
        assertThrows(IllegalArgumentException.class, () -> store.set(key, 1));
        assertThrows(IllegalArgumentException.class, () -> store.get(key, Integer.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "a b", "a~b", "con", "\ud83c\udf5e/%2F?&=", "a:b*\"<>|\\"})
    void acceptsAnyOtherKey(String key) {
        store.set(key, key);
        assertEquals(Optional.of(key), store.get(key, String.class));
        assertEquals(List.of(key), store.keys(""));
    }

    @Test
    void rejectsValuesThatItCannotHold() {
        assertThrows(IllegalArgumentException.class, () -> store.set("a", new Object()));
        assertThrows(IllegalArgumentException.class, () -> store.set("a", new Thread()));
        assertFalse(store.has("a"));
    }

    @Test
    void commitsSeveralChangesAsOne() {
        store.set("old", 1);
        Instant before = Instant.now();

        Commit commit = store.as("ann")
                .commit("Swap", tx -> {
                    tx.remove("old");
                    tx.set("new", 2);
                })
                .orElseThrow();

        assertEquals("ann", commit.author());
        assertEquals("Swap", commit.message());
        assertFalse(commit.time().isBefore(before.minusSeconds(1)));
        assertEquals(
                List.of("new", "old"),
                commit.changes().stream().map(Change::key).toList());
        assertEquals(2, commit.changes().get(0).after().orElseThrow().as(Integer.class));
        assertEquals(Optional.empty(), commit.changes().get(0).before());
        assertEquals(1, commit.changes().get(1).before().orElseThrow().as(Integer.class));
        assertEquals(Optional.empty(), commit.changes().get(1).after());
    }

    @Test
    void letsATransactionReadItsOwnWrites() {
        store.set("todos/1", MILK);
        store.commit("Change", tx -> {
            tx.set("todos/2", BREAD);
            tx.remove("todos/1");
            assertEquals(List.of("todos/2"), tx.keys("todos"));
            assertEquals(Optional.of(BREAD), tx.get("todos/2", Todo.class));
            assertFalse(tx.has("todos/1"));
            assertTrue(store.has("todos/1"), "it is not visible outside yet");
        });
        assertEquals(List.of("todos/2"), store.keys("todos"));
    }

    @Test
    void leavesNoTraceOfWorkThatThrows() {
        assertThrows(
                ArithmeticException.class,
                () -> store.commit("Fail", tx -> {
                    tx.set("a", 1);
                    throw new ArithmeticException();
                }));
        assertFalse(store.has("a"));
        store.set("b", 1);
        assertEquals(List.of("b"), store.keys(""));
    }

    @Test
    void makesNoCommitIfNothingChanges() {
        store.set("a", 1);
        List<Commit> told = new ArrayList<>();
        store.watch("", told::add);
        assertEquals(Optional.empty(), store.commit("Nothing", tx -> tx.set("a", 1)));
        assertEquals(Optional.empty(), store.commit("Nothing", tx -> {
            tx.set("b", 1);
            tx.remove("b");
        }));
        assertEquals(List.of(), told);
    }

    @Test
    void returnsTheResultOfTheWork() {
        store.set("n", 20);
        int sum = store.transact("Add", tx -> tx.get("n", Integer.class).orElseThrow() + 2);
        assertEquals(22, sum);
    }

    @Test
    void rejectsUseOfATransactionAfterItsEnd() {
        AtomicReference<Transaction> kept = new AtomicReference<>();
        store.commit("Keep", kept::set);
        assertThrows(IllegalStateException.class, () -> kept.get().set("a", 1));
        assertThrows(IllegalStateException.class, () -> kept.get().keys(""));
    }

    @Test
    void rejectsCommitsWithinATransaction() {
        assertThrows(IllegalStateException.class, () -> store.commit("Outer", tx -> store.set("a", 1)));
        store.set("b", 1);
        assertEquals(List.of("b"), store.keys(""));
    }

    @Test
    void comparesAndSets() {
        assertFalse(store.compareAndSet("a", MILK, BREAD));
        assertTrue(store.compareAndSet("a", null, MILK));
        assertFalse(store.compareAndSet("a", null, BREAD));
        assertFalse(store.compareAndSet("a", BREAD, BREAD));
        assertTrue(store.compareAndSet("a", MILK, BREAD));
        assertEquals(Optional.of(BREAD), store.get("a", Todo.class));
        assertTrue(store.compareAndSet("a", BREAD, null));
        assertFalse(store.has("a"));
    }

    @Test
    void updatesWithAFunction() {
        assertEquals(Optional.of(1), store.update("n", Integer.class, n -> Optional.of(n.orElse(0) + 1)));
        assertEquals(Optional.of(2), store.update("n", Integer.class, n -> Optional.of(n.orElse(0) + 1)));
        assertEquals(Optional.empty(), store.update("n", Integer.class, n -> Optional.empty()));
        assertFalse(store.has("n"));
    }

    @Test
    void losesNoUpdatesOfConcurrentThreads() throws Exception {
        int threads = 4;
        int times = 25;
        inParallel(threads, i -> {
            for (int n = 0; n < times; n++) {
                store.update("n", Integer.class, old -> Optional.of(old.orElse(0) + 1));
            }
        });
        assertEquals(Optional.of(threads * times), store.get("n", Integer.class));
    }

    @Test
    void showsReadersOnlyCompleteCommits() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<?> reading = reader.submit(() -> {
            while (!done.get()) {
                List<Entry<Integer>> all = store.list("n", Integer.class);
                assertTrue(all.isEmpty() || all.size() == 3, () -> "half a commit: " + all);
                assertTrue(all.stream().map(Entry::value).distinct().count() <= 1, () -> "half a commit: " + all);
            }
        });
        for (int i = 0; i < 60; i++) {
            int n = i;
            store.commit("Count", tx -> List.of("n/a", "n/b", "n/c").forEach(key -> tx.set(key, n)));
        }
        done.set(true);
        reading.get();
        reader.shutdown();
    }

    @Test
    void notifiesOfCommitsUnderAPrefixInOrder() {
        List<Commit> told = new ArrayList<>();
        Watch watch = store.watch("todos", told::add);
        store.set("todos/1", MILK);
        store.set("todosets/1", MILK);
        store.set("other", MILK);
        store.as("bob").commit("Two", tx -> {
            tx.set("other", BREAD);
            tx.set("todos/2", BREAD);
        });
        watch.close();
        store.set("todos/3", MILK);

        assertEquals(
                List.of("Set todos/1", "Two"),
                told.stream().map(Commit::message).toList());
        assertEquals(List.of("system", "bob"), told.stream().map(Commit::author).toList());
        assertNotEquals(told.get(0).id(), told.get(1).id());
        assertTrue(told.get(1).touches("other"));
    }

    @Test
    void notifiesOfEachCommitOnceAndInCommitOrder() throws Exception {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        store.watch("", commit -> {
            ids.add(commit.id());
            told.add(commit.changes().get(0).after().orElseThrow().as(Integer.class));
        });
        inParallel(4, i -> {
            for (int n = 0; n < 25; n++) {
                store.update("n", Integer.class, old -> Optional.of(old.orElse(0) + 1));
            }
        });
        assertEquals(IntStream.rangeClosed(1, 100).boxed().toList(), told);
        assertEquals(100, new HashSet<>(ids).size());
    }

    @Test
    void survivesListenersThatThrow() {
        List<Commit> told = new ArrayList<>();
        store.watch("", commit -> {
            throw new ArithmeticException("thrown on purpose");
        });
        store.watch("", told::add);
        store.set("a", 1);
        assertEquals(1, told.size());
    }

    @Test
    void rejectsAuthorsWithoutAName() {
        assertThrows(IllegalArgumentException.class, () -> store.as(" "));
        assertThrows(IllegalArgumentException.class, () -> store.as("a\nb"));
    }

    @Test
    void rejectsUseAfterItWasClosed() {
        store.set("a", 1);
        store.close();
        store.close();
        assertThrows(IllegalStateException.class, () -> store.get("a", Integer.class));
        assertThrows(IllegalStateException.class, () -> store.set("a", 2));
    }

    @Test
    void holdsLargeValuesAndManyKeys() {
        String large = Stream.generate(() -> "0123456789").limit(20_000).collect(Collectors.joining());
        store.set("large", large);
        store.commit("Many", tx -> IntStream.range(0, 2_000).forEach(i -> tx.set(String.format("many/%04d", i), i)));
        assertEquals(Optional.of(large), store.get("large", String.class));
        assertEquals(
                IntStream.range(0, 2_000).boxed().toList(),
                store.list("many", Integer.class).stream().map(Entry::value).toList());
    }

    private interface Task {
        void run(int number) throws Exception;
    }

    private static void inParallel(int threads, Task task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            running.add(pool.submit(() -> {
                task.run(number);
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        pool.shutdown();
    }
}
