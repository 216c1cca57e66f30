package dev.lodestar.runtime.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.History.Merge;
import dev.lodestar.store.MergeConflict;
import dev.lodestar.store.Store;
import dev.lodestar.store.StoreReader;
import dev.lodestar.store.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every history does with branches while it drops old commits, whatever the backend. */
public abstract class MergeContract {
    private final List<Store> opened = new ArrayList<>();

    /** Opens another empty store. */
    protected abstract Store open(Keep keep) throws Exception;

    /** Makes all stores drop the commits that are due to be dropped. */
    protected void drop() {}

    private Store store(Keep keep) throws Exception {
        Store store = open(keep);
        opened.add(store);
        return store;
    }

    @AfterEach
    void closeStores() {
        opened.forEach(Store::close);
    }

    private static Map<String, Integer> state(StoreReader reader) {
        Map<String, Integer> state = new TreeMap<>();
        reader.list("", Integer.class).forEach(entry -> state.put(entry.key(), entry.value()));
        return state;
    }

    /** Adds up what both sides have added. */
    private static Optional<?> sum(String key, Optional<Value> base, Optional<Value> ours, Optional<Value> theirs) {
        return Optional.of(number(ours) + number(theirs) - number(base));
    }

    private static int number(Optional<Value> value) {
        return value.map(v -> v.as(Integer.class)).orElse(0);
    }

    private void busy(Store store) {
        for (int i = 0; i < 8; i++) {
            int n = i;
            store.update("busy", Integer.class, old -> Optional.of(old.orElse(0) + n + 1));
        }
        drop();
    }

    @Test
    void mergesBothWaysLongAfterTheBranchStarted() throws Exception {
        Store store = store(Keep.commits(4));
        busy(store);
        store.set("n", 10);
        Store draft = store.history().branch("draft");
        draft.set("n", 13);
        draft.set("theirs", 1);
        busy(store);
        store.set("n", 15);
        busy(store);

        assertThrows(MergeConflict.class, () -> store.history().merge("draft", Merge.refuse()));
        Commit merge = store.history().merge("draft", MergeContract::sum).orElseThrow();
        assertEquals(Optional.of(18), store.get("n", Integer.class), "both started with 10");
        busy(store);
        draft.history().merge("main", Merge.refuse());
        assertEquals(state(store), state(draft));

        for (int i = 1; i < 4; i++) {
            busy(store);
            draft.set("n", 18 + i);
            draft.history().merge("main", Merge.refuse());
            store.history().merge("draft", Merge.refuse());
            assertEquals(Optional.of(18 + i), store.get("n", Integer.class));
            assertEquals(state(store), state(draft));
        }
        busy(store);
        assertTrue(
                store.history().log("", 1000).stream()
                        .noneMatch(commit -> commit.id().equals(merge.id())),
                "it has been dropped by now");
    }

    @Test
    void keepsNoMoreThanBranchesNeed() throws Exception {
        Store store = store(Keep.commits(4));
        busy(store);
        assertTrue(store.history().log("", 1000).size() <= 4);
        Store draft = store.history().branch("draft");
        draft.set("a", 0);
        busy(store);
        assertTrue(store.history().log("", 1000).size() >= 8, "the draft started before");
        draft.set("a", 1);
        store.history().merge("draft", Merge.refuse());
        busy(store);
        busy(store);
        assertTrue(store.history().log("", 1000).size() <= 18, "nothing before the merge is needed");
        store.history().removeBranch("draft");
        busy(store);
        assertTrue(store.history().log("", 1000).size() <= 4);
        assertEquals(1, state(store).get("a"));
    }

    @Test
    void removesABranch() throws Exception {
        Store store = store(Keep.commits(100));
        store.set("a", 1);
        Store draft = store.history().branch("draft");
        draft.set("a", 2);
        Store of = draft.history().branch("of-draft");
        of.set("b", 3);
        StoreReader before =
                draft.history().at(draft.history().head().orElseThrow().id());

        store.history().removeBranch("draft");

        assertEquals(List.of("main", "of-draft"), store.history().branches());
        assertEquals(Map.of(), state(draft));
        assertEquals(Map.of("a", 2), state(before), "a past state does not change");
        assertThrows(IllegalStateException.class, () -> draft.set("a", 3));
        assertThrows(IllegalArgumentException.class, () -> store.history().merge("draft", Merge.ours()));
        assertThrows(IllegalArgumentException.class, () -> store.history().removeBranch("draft"));
        assertThrows(IllegalArgumentException.class, () -> store.history().removeBranch("main"));
        assertEquals(Map.of("a", 1), state(store.history().branch("draft")), "a new one starts");

        store.history().merge("of-draft", Merge.refuse());
        assertEquals(Map.of("a", 2, "b", 3), state(store), "including what it had from the removed one");
    }

    @Test
    void acceptsOnlySingleWordsAsBranchNames() throws Exception {
        Store store = store(Keep.everything());
        for (String name : List.of("", "a/b", "a b", "a.b", "..", "\u00e9", "a\n", "x".repeat(101))) {
            assertThrows(IllegalArgumentException.class, () -> store.history().branch(name), name);
        }
        store.set("a", 1);
        for (String name : List.of("Draft_2", "9", "x".repeat(100))) {
            store.history().branch(name).set("name", 1);
            assertTrue(store.history().branches().contains(name));
        }
        assertThrows(IllegalArgumentException.class, () -> store.history().merge("draft", Merge.ours()));
    }

    @Test
    void mergesBranchesThatWereMergedCrosswise() throws Exception {
        Store store = store(Keep.commits(3));
        store.commit("Begin", tx -> List.of("one", "two", "both").forEach(key -> tx.set(key, 1)));
        Store draft = store.history().branch("draft");
        Store one = store.history().branch("one");
        Store two = store.history().branch("two");
        one.commit("One", tx -> List.of("one", "both").forEach(key -> tx.set(key, 2)));
        two.commit("Two", tx -> List.of("two", "both").forEach(key -> tx.set(key, 3)));
        store.history().merge("one", Merge.refuse());
        store.history().merge("two", Merge.ours());
        draft.history().merge("two", Merge.refuse());
        draft.history().merge("one", Merge.ours());
        assertEquals(Map.of("one", 2, "two", 3, "both", 2), state(store));
        assertEquals(Map.of("one", 2, "two", 3, "both", 3), state(draft));
        store.set("one", 1);
        draft.set("two", 1);
        busy(store);

        List<String> asked = new ArrayList<>();
        store.history().merge("draft", (key, base, ours, theirs) -> {
            asked.add(key + " " + number(base) + " " + number(ours) + " " + number(theirs));
            return theirs;
        });
        assertEquals(List.of("both 0 2 3"), asked, "what each side reverted stays reverted");
        assertEquals(1, state(store).get("one"));
        assertEquals(1, state(store).get("two"));
        assertEquals(Optional.empty(), store.history().merge("one", Merge.refuse()), "it has been merged");
    }

    @Test
    void showsAndRevertsMerges() throws Exception {
        Store store = store(Keep.everything());
        store.set("a", 1);
        Store draft = store.history().branch("draft");
        Commit theirs = draft.commit("Theirs", tx -> tx.set("b", 2)).orElseThrow();
        Commit ours = store.commit("Ours", tx -> tx.set("a", 2)).orElseThrow();
        Commit merge = store.history().merge("draft", Merge.refuse()).orElseThrow();
        store.set("c", 3);

        assertEquals(Map.of("a", 1, "b", 2), state(store.history().at(theirs.id())));
        assertEquals(Map.of("a", 2), state(store.history().at(ours.id())));
        assertEquals(
                List.of("a"),
                store.history().diff(theirs.id(), merge.id()).stream()
                        .map(change -> change.key())
                        .toList());
        store.history().revert(merge.id());
        assertEquals(Map.of("a", 2, "c", 3), state(store));
    }

    @Test
    void mergesBranchesThatStartedBeforeTheFirstCommit() throws Exception {
        Store store = store(Keep.commits(3));
        Store draft = store.history().branch("draft");
        busy(draft);
        draft.set("a", 1);
        store.history().merge("draft", Merge.refuse());
        assertEquals(state(draft), state(store));
    }

    /** Returns the number of steps of {@link #mergesAsIfNothingWereDropped}. */
    protected int steps() {
        return 150;
    }

    @Test
    void mergesAsIfNothingWereDropped() throws Exception {
        Store all = store(Keep.everything());
        Store few = store(Keep.commits(2));
        long seed = System.nanoTime();
        List<String> told = new ArrayList<>();
        List<String> known = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < steps(); i++) {
            long step = random.nextLong();
            take(new Random(step), all, known);
            take(new Random(step), few, told);
            assertEquals(known, told, "seed " + seed);
            if (random.nextInt(10) == 0) {
                drop();
            }
        }
        for (String branch : all.history().branches()) {
            assertEquals(
                    state(all.history().branch(branch)), state(few.history().branch(branch)));
        }
    }

    /** Takes a random step with a branch. */
    private static void take(Random random, Store main, List<String> told) {
        List<String> branches = main.history().branches();
        String branch = branches.get(random.nextInt(branches.size()));
        String other = branches.get(random.nextInt(branches.size()));
        Store store = main.history().branch(branch);
        int what = random.nextInt(20);
        if (what == 0 && branches.size() < 5) {
            store.history().branch("b" + random.nextInt(6));
        } else if (what == 1 && !branch.equals("main")) {
            main.history().removeBranch(branch);
        } else if (what < 8) {
            boolean mine = random.nextBoolean();
            store.history().merge(other, (key, base, ours, theirs) -> {
                told.add(branch + " " + other + " " + key + " " + number(base) + " " + number(ours) + " "
                        + number(theirs));
                return mine ? ours : theirs;
            });
        } else {
            String key = "k" + random.nextInt(4);
            int value = random.nextInt(3);
            if (value == 0) {
                store.remove(key);
            } else {
                store.set(key, value);
            }
        }
        told.add(branch + " " + state(store));
    }
}
