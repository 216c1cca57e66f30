package dev.lodestar.runtime.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Merge;
import dev.lodestar.store.MergeConflict;
import dev.lodestar.store.Store;
import dev.lodestar.store.StoreReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every history does, whatever the backend. */
public abstract class HistoryContract {
    private Store store = Stores.inMemory();

    /** Opens an empty store that keeps all of its history. */
    protected abstract Store open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static Commit set(Store store, String key, Object value) {
        return store.commit("Set " + key, tx -> tx.set(key, value)).orElseThrow();
    }

    private static Map<String, Integer> state(StoreReader reader) {
        Map<String, Integer> state = new TreeMap<>();
        reader.list("", Integer.class).forEach(entry -> state.put(entry.key(), entry.value()));
        return state;
    }

    private static List<String> messages(List<Commit> commits) {
        return commits.stream().map(Commit::message).toList();
    }

    private static String text(Change change) {
        return change.key() + " "
                + change.before().map(v -> v.as(Integer.class)).orElse(0) + " "
                + change.after().map(v -> v.as(Integer.class)).orElse(0);
    }

    @Test
    void logsNewestFirstByPrefix() {
        set(store, "a/1", 1);
        set(store.as("ann"), "b", 1);
        set(store, "a/2", 1);

        assertEquals(
                List.of("Set a/2", "Set b", "Set a/1"), messages(store.history().log("", 10)));
        assertEquals(List.of("Set a/2", "Set a/1"), messages(store.history().log("a", 10)));
        assertEquals(List.of("Set a/2"), messages(store.history().log("a", 1)));
        assertEquals(List.of(), store.history().log("c", 10));
        assertEquals("ann", store.history().log("b", 1).get(0).author());
        assertThrows(IllegalArgumentException.class, () -> store.history().log("", 0));
    }

    @Test
    void logsWhatWasCommitted() {
        List<Commit> told = new ArrayList<>();
        store.watch("", told::add);
        Commit commit = set(store, "a", 1);
        set(store, "a", 2);
        assertEquals(commit.id(), store.history().log("", 10).get(1).id());
        assertEquals(commit.changes(), store.history().log("", 10).get(1).changes());
        assertEquals(told.get(1).id(), store.history().head().orElseThrow().id());
    }

    @Test
    void hasNoHeadBeforeTheFirstCommit() {
        assertEquals(Optional.empty(), store.history().head());
        assertEquals(List.of(), store.history().log("", 1));
    }

    @Test
    void showsTheStateAfterACommit() {
        Commit first = set(store, "a", 1);
        Commit second = store.commit("Move", tx -> {
                    tx.remove("a");
                    tx.set("b/c", 2);
                })
                .orElseThrow();
        StoreReader before = store.history().at(first.id());
        set(store, "a", 3);

        assertEquals(Map.of("a", 1), state(before));
        assertEquals(Map.of("b/c", 2), state(store.history().at(second.id())));
        assertEquals(List.of("b/c"), store.history().at(second.id()).keys("b"));
        assertFalse(before.has("b/c"));
        assertThrows(IllegalArgumentException.class, () -> store.history().at("0123456789"));
        assertThrows(IllegalArgumentException.class, () -> store.history().at(""));
    }

    @Test
    void comparesTwoCommits() {
        Commit first = set(store, "a", 1);
        set(store, "a", 2);
        set(store, "b", 1);
        set(store, "c", 1);
        store.remove("c");
        Commit last = set(store, "a", 3);

        assertEquals(
                List.of("a 1 3", "b 0 1"),
                store.history().diff(first.id(), last.id()).stream()
                        .map(HistoryContract::text)
                        .toList());
        assertEquals(
                List.of("a 3 1", "b 1 0"),
                store.history().diff(last.id(), first.id()).stream()
                        .map(HistoryContract::text)
                        .toList());
        assertEquals(List.of(), store.history().diff(last.id(), last.id()));
    }

    @Test
    void revertsACommit() {
        set(store, "a", 1);
        Commit wrong = store.commit("Wrong", tx -> {
                    tx.set("a", 2);
                    tx.set("b", 2);
                })
                .orElseThrow();
        set(store, "c", 3);

        Commit undo = store.as("ann").history().revert(wrong.id()).orElseThrow();

        assertEquals(Map.of("a", 1, "c", 3), state(store));
        assertEquals("ann", undo.author());
        assertEquals("Revert: Wrong", undo.message());
        assertEquals(Optional.empty(), store.history().revert(wrong.id()));
        store.history().revert(undo.id());
        assertEquals(Map.of("a", 2, "b", 2, "c", 3), state(store));
    }

    @Test
    void refusesToRevertWhatWasChangedLater() {
        Commit first = store.commit("First", tx -> {
                    tx.set("a", 1);
                    tx.set("b", 1);
                })
                .orElseThrow();
        set(store, "b", 2);
        MergeConflict conflict =
                assertThrows(MergeConflict.class, () -> store.history().revert(first.id()));
        assertEquals("b", conflict.key());
        assertEquals(Map.of("a", 1, "b", 2), state(store));
    }

    @Test
    void keepsBranchesApart() {
        set(store, "a", 1);
        Store draft = store.history().branch("draft");
        List<Commit> told = new ArrayList<>();
        store.watch("", told::add);
        set(draft, "a", 2);
        set(draft, "b", 2);
        set(store, "c", 3);

        assertEquals(Map.of("a", 2, "b", 2), state(draft));
        assertEquals(Map.of("a", 1, "c", 3), state(store));
        assertEquals(
                List.of("Set b", "Set a", "Set a"), messages(draft.history().log("", 9)));
        assertEquals(List.of("Set c"), messages(told));
        assertEquals(List.of("draft", "main"), store.history().branches());
        assertEquals(state(draft), state(store.history().branch("draft")));
        assertEquals(state(store), state(draft.history().branch("main")));
        assertThrows(IllegalArgumentException.class, () -> store.history().branch("a/b"));
    }

    @Test
    void mergesWhatOnlyOneSideChanged() {
        set(store, "a", 1);
        set(store, "gone", 1);
        Store draft = store.history().branch("draft");
        set(draft, "b", 2);
        draft.remove("gone");
        set(store, "c", 3);

        Commit merge = store.as("ann").history().merge("draft", Merge.refuse()).orElseThrow();

        assertEquals(Map.of("a", 1, "b", 2, "c", 3), state(store));
        assertEquals("Merge draft", merge.message());
        assertEquals("ann", merge.author());
        assertEquals(
                List.of("b", "gone"), merge.changes().stream().map(Change::key).toList());
        assertEquals(Optional.empty(), store.history().merge("draft", Merge.refuse()), "there is nothing new");
        assertEquals(Map.of("a", 1, "b", 2, "c", 3), state(store.history().at(merge.id())));
    }

    @Test
    void asksAboutKeysThatBothSidesChanged() {
        set(store, "n", 10);
        set(store, "same", 1);
        Store draft = store.history().branch("draft");
        set(draft, "n", 13);
        set(draft, "same", 2);
        set(store, "n", 15);
        set(store, "same", 2);

        assertThrows(MergeConflict.class, () -> store.history().merge("draft", Merge.refuse()));
        assertEquals(Map.of("n", 15, "same", 2), state(store));

        List<String> asked = new ArrayList<>();
        store.history().merge("draft", (key, base, ours, theirs) -> {
            asked.add(key);
            int started = base.orElseThrow().as(Integer.class);
            return Optional.of(
                    ours.orElseThrow().as(Integer.class) + theirs.orElseThrow().as(Integer.class) - started);
        });
        assertEquals(List.of("n"), asked);
        assertEquals(Map.of("n", 18, "same", 2), state(store));
    }

    @Test
    void startsFromTheLastMergeWhenMergingAgain() {
        set(store, "a", 1);
        Store draft = store.history().branch("draft");
        set(draft, "a", 2);
        store.history().merge("draft", Merge.refuse());
        set(store, "a", 3);
        set(draft, "b", 1);
        store.history().merge("draft", Merge.refuse());
        assertEquals(Map.of("a", 3, "b", 1), state(store), "a was merged before, so it is no conflict");

        draft.history().merge("main", Merge.refuse());
        assertEquals(state(store), state(draft));
        assertThrows(IllegalArgumentException.class, () -> store.history().merge("nowhere", Merge.ours()));
    }

    @Test
    void identifiesCommitsByTheirContent() {
        Commit one = set(store, "a", 1);
        Commit two = set(store, "a", 2);
        assertEquals(40, one.id().length());
        assertNotEquals(one.id(), two.id());
        assertTrue(one.id().matches("[0-9a-f]+"), one.id());
    }
}
