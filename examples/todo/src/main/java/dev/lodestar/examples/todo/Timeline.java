package dev.lodestar.examples.todo;

import dev.lodestar.examples.todo.Step.Kind;
import dev.lodestar.store.Commit;
import dev.lodestar.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was done to the list, and how to undo it. Undoing is a commit too, which reverts another. Which one, is told by
 * looking at both, so that undoing again goes one step further back instead of undoing the undoing. Safe for use by any
 * thread.
 */
final class Timeline {
    private static final String REVERT = "Revert: ";

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
     * Undoes a step, for the author whose store this is.
     *
     * @param commit its id
     * @return whether there was anything left to undo
     * @throws dev.lodestar.store.MergeConflict if what it changed was changed again since
     * @throws IllegalArgumentException if no commit that is still known has that id
     */
    boolean undo(String commit) {
        return store.history().revert(commit).isPresent();
    }
}
