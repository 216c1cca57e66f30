package dev.lodestar.examples.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.examples.todo.Step.Kind;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.Entry;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.MergeConflict;
import dev.lodestar.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Store store = Stores.inMemory(Keep.everything());
    private final TodoList todos = new TodoList(store.as("Ada"), Clock.systemUTC());
    private final Timeline timeline = new Timeline(store.as("Bob"));

    @AfterEach
    void close() {
        store.close();
    }

    private boolean undoLast() {
        return timeline.undo(timeline.newest(50).stream()
                .filter(step -> step.is(Kind.CHANGE))
                .findFirst()
                .orElseThrow()
                .commit()
                .id());
    }

    private List<Kind> kinds() {
        return timeline.newest(50).stream().map(Step::kind).toList();
    }

    private List<String> titles() {
        return todos.all().stream().map(Entry::value).map(Todo::title).toList();
    }

    @Test
    void undoingAgainGoesFurtherBack() {
        todos.add("a", "One");
        todos.rename("a", "One", "Two");
        todos.add("b", "Other");

        assertTrue(undoLast());
        assertEquals(List.of("Two"), titles());
        assertTrue(undoLast());
        assertEquals(List.of("One"), titles());
        assertTrue(undoLast());
        assertEquals(List.of(), titles());

        assertEquals(List.of(Kind.UNDO, Kind.UNDO, Kind.UNDO, Kind.UNDONE, Kind.UNDONE, Kind.UNDONE), kinds());
    }

    @Test
    void undoingAnUndoRedoes() {
        todos.add("a", "One");
        undoLast();

        assertTrue(timeline.undo(timeline.newest(1).get(0).commit().id()));

        assertEquals(List.of("One"), titles());
        assertEquals(List.of(Kind.UNDO, Kind.UNDONE, Kind.CHANGE), kinds());
    }

    @Test
    void tellsWhoDidWhat() {
        todos.add("a", "One");
        undoLast();

        List<Step> steps = timeline.newest(50);
        assertEquals(
                List.of("Bob", "Ada"),
                steps.stream().map(step -> step.commit().author()).toList());
        assertEquals("Add \u201cOne\u201d", steps.get(1).commit().message());
    }

    @Test
    void doesNotUndoWhatHasChangedSince() {
        todos.add("a", "One");
        todos.rename("a", "One", "Two");
        String adding = timeline.newest(50).get(1).commit().id();

        assertThrows(MergeConflict.class, () -> timeline.undo(adding));

        assertEquals(List.of("Two"), titles());
        assertEquals(List.of(Kind.CHANGE, Kind.CHANGE), kinds());
    }

    @Test
    void undoesOnce() {
        todos.add("a", "One");
        String adding = timeline.newest(1).get(0).commit().id();
        timeline.undo(adding);

        assertFalse(timeline.undo(adding));
    }

    @Test
    void bringsBackWhatWasClearedWhereItWas() {
        todos.add("a", "One");
        todos.add("b", "Two");
        todos.finishAll(true);
        todos.clearDone();
        new TodoList(store, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1))).add("c", "Three");

        timeline.undo(timeline.newest(50).get(1).commit().id());

        assertEquals(List.of("One", "Two", "Three"), titles());
    }
}
