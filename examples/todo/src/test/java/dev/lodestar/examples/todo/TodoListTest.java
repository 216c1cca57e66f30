package dev.lodestar.examples.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.BadInput;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.Commit;
import dev.lodestar.store.Entry;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TodoListTest {
    private final Store store = Stores.inMemory(Keep.everything());
    private final TodoList todos = new TodoList(store, Clock.systemUTC());

    @BeforeEach
    void addThree() {
        List.of("a", "b", "c").forEach(id -> todos.add(id, "Todo " + id));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> ids() {
        return todos.all().stream().map(Entry::name).toList();
    }

    private Todo todo(String id) {
        return store.get("todos/" + id, Todo.class).orElseThrow();
    }

    private List<String> messages(int limit) {
        return store.history().log("todos", limit).stream().map(Commit::message).toList();
    }

    @Test
    void addsAtTheEnd() {
        todos.add("0", "First by its key");

        assertEquals(List.of("a", "b", "c", "0"), ids());
    }

    @Test
    void repeatedRequestAddsOnce() {
        todos.add("a", "Sent again");

        assertEquals("Todo a", todo("a").title());
        assertEquals(3, messages(10).size());
    }

    @Test
    void refusesAnInvalidId() {
        for (String id : List.of("", "../a", "A", "a/b", "a".repeat(41))) {
            assertThrows(BadInput.class, () -> todos.add(id, "Odd"), id);
        }
    }

    @Test
    void renamesWhatNobodyElseHasRenamed() {
        assertEquals(new Renaming.Done(), todos.rename("a", "Todo a", "Mine"));

        assertEquals("Mine", todo("a").title());
        assertEquals(List.of("Rename \u201cTodo a\u201d to \u201cMine\u201d"), messages(1));
    }

    @Test
    void doesNotRenameOverAnothersTitle() {
        todos.rename("a", "Todo a", "Theirs");

        assertEquals(new Renaming.Overtaken("Theirs"), todos.rename("a", "Todo a", "Mine"));

        assertEquals("Theirs", todo("a").title());
    }

    @Test
    void reportsThatTheTodoIsGone() {
        todos.delete("a");

        assertEquals(new Renaming.Gone(), todos.rename("a", "Todo a", "Mine"));

        assertEquals(List.of("b", "c"), ids());
    }

    @Test
    void emptyTitleDeletes() {
        assertEquals(new Renaming.Done(), todos.rename("a", "Todo a", ""));

        assertEquals(List.of("b", "c"), ids());
    }

    @Test
    void renamingKeepsWhatOthersChangedMeanwhile() {
        todos.finish("a", true);
        todos.move("a", "c", true);

        todos.rename("a", "Todo a", "Mine");

        assertEquals(List.of("b", "c", "a"), ids());
        assertEquals("Mine", todo("a").title());
        assertEquals(true, todo("a").done());
    }

    @Test
    void finishesAllAndClearsThemAsOneCommitEach() {
        todos.finish("b", true);
        todos.finishAll(true);
        todos.finish("c", false);
        todos.clearDone();

        assertEquals(List.of("c"), ids());
        assertEquals(
                List.of(
                        "Clear what is done",
                        "Reopen \u201cTodo c\u201d",
                        "Finish everything",
                        "Finish \u201cTodo b\u201d"),
                messages(4));
    }

    @Test
    void movesBeforeAndAfter() {
        todos.move("c", "a", false);
        assertEquals(List.of("c", "a", "b"), ids());

        todos.move("c", "a", true);
        assertEquals(List.of("a", "c", "b"), ids());

        todos.move("a", "b", true);
        assertEquals(List.of("c", "b", "a"), ids());
    }

    @Test
    void movingToItsOwnPlaceMakesNoCommit() {
        todos.move("a", "b", false);
        todos.move("c", "b", true);
        todos.move("b", "b", true);
        todos.move("b", "gone", true);

        assertEquals(List.of("a", "b", "c"), ids());
        assertEquals(3, messages(10).size());
    }

    @Test
    void renumbersWhereNoPositionIsLeft() {
        for (int i = 0; i < 200; i++) {
            List<String> before = ids();
            todos.move(before.get(2), before.get(1), false);
            assertEquals(List.of(before.get(0), before.get(2), before.get(1)), ids());
        }
    }

    @Test
    void concurrentChangesLoseNothing() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> work = IntStream.range(0, 200)
                    .mapToObj(i -> Executors.callable(() -> {
                        String id = "n" + i;
                        todos.add(id, id);
                        todos.rename(id, id, "Todo " + id);
                        todos.finish(id, i % 2 == 0);
                        todos.move(id, "a", false);
                    }))
                    .toList();
            for (var done : people.invokeAll(work)) {
                done.get();
            }
        } finally {
            people.shutdownNow();
        }

        assertEquals(203, todos.all().size());
        assertEquals(List.of("a", "b", "c"), ids().subList(200, 203));
        IntStream.range(0, 200).forEach(i -> {
            assertEquals("Todo n" + i, todo("n" + i).title());
            assertEquals(i % 2 == 0, todo("n" + i).done());
        });
    }
}
