package dev.lodestar.examples.todo;

import dev.lodestar.examples.todo.Step.Kind;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History;
import dev.lodestar.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was done to the list, and how to undo it. Undoing is a commit too, which reverts another; which one, is kept
 * beside the todos, so that undoing again goes one step further back instead of undoing the undoing. Safe for use by any
 * thread.
 */
final class Timeline {
    private static final String UNDOINGS = "undoings";

    private final Store store;

    Timeline(Store store) {
        this.store = store;
    }

    /**
     * The newest steps, the newest first.
     *
     * @param limit how many at most
     */
    List<Step> newest(int limit) {
        List<Step> steps = new ArrayList<>();
        Set<String> undone = new HashSet<>();
        for (Commit commit : store.history().log(TodoList.PREFIX, limit)) {
            Optional<String> undoing = store.get(key(commit.id()), String.class);
            if (undone.contains(commit.id())) {
                steps.add(new Step(commit, Kind.UNDONE));
            } else {
                undoing.ifPresent(undone::add);
                steps.add(new Step(commit, undoing.isPresent() ? Kind.UNDO : Kind.CHANGE));
            }
        }
        return steps;
    }

    /**
     * Undoes a step, for the author whose store this is.
     *
     * @param commit its id
     * @return whether there was anything left to undo
     * @throws dev.lodestar.store.MergeConflict if what it changed was changed again since
     * @throws IllegalArgumentException if no commit that is still known has that id
     */
    boolean undo(String commit) {
        History history = store.history();
        Optional<Commit> made = history.revert(commit);
        made.ifPresent(undoing -> store.set(key(undoing.id()), commit));
        return made.isPresent();
    }

    private static String key(String commit) {
        return UNDOINGS + "/" + commit;
    }
}
