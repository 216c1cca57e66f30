package dev.lodestar.examples.todo;

import dev.lodestar.examples.todo.Step.Kind;
import dev.lodestar.store.Commit;
import dev.lodestar.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The history of the list, and how to undo it. Undoing is a commit too, which reverts another. Comparing the two tells
 * which one, so that undoing again goes one step further back instead of undoing the undoing. Safe for use by any
 * thread.
 */
final class Timeline {
    private static final String REVERT = "Revert: ";

    private final Store store;

    Timeline(Store store) {
        this.store = store;
    }

    /**
     * The newest steps, newest first.
     *
     * @param limit the greatest number of steps
     */
    List<Step> newest(int limit) {
        List<Step> steps = new ArrayList<>();
        List<Commit> reverts = new ArrayList<>();
        for (Commit commit : store.history().log(TodoList.PREFIX, limit)) {
            Optional<Commit> undoing =
                    reverts.stream().filter(later -> reverts(later, commit)).findFirst();
            if (undoing.isPresent()) {
                reverts.remove(undoing.get());
                steps.add(new Step(commit, Kind.UNDONE));
            } else if (commit.message().startsWith(REVERT)) {
                reverts.add(commit);
                steps.add(new Step(commit, Kind.UNDO));
            } else {
                steps.add(new Step(commit, Kind.CHANGE));
            }
        }
        return steps;
    }

    private static boolean reverts(Commit later, Commit commit) {
        return later.message().equals(REVERT + commit.message())
                && later.changes().stream()
                        .allMatch(back -> commit.changes().stream()
                                .anyMatch(there -> there.key().equals(back.key())
                                        && there.before().equals(back.after())
                                        && there.after().equals(back.before())));
    }

    /**
     * Undoes a step, in the name of the store's author.
     *
     * @param commit its id
     * @return whether there was anything to undo
     * @throws dev.lodestar.store.MergeConflict if what it changed has changed again since
     * @throws IllegalArgumentException if no commit in the history has that id
     */
    boolean undo(String commit) {
        return store.history().revert(commit).isPresent();
    }
}
