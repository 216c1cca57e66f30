package dev.lodestar.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The past states of a store: the history of one branch, that of the store it came from. The id of a commit is a hash
 * of what the commit holds and of the commit before it, so an id identifies a whole state. Safe for use by any thread.
 *
 * <p>A method that takes an id throws {@link IllegalArgumentException} if there is no such commit, or if it is no
 * longer kept.
 */
public interface History {
    /**
     * Returns the commits of this branch that changed something under a prefix, newest first; unmodifiable.
     *
     * @param limit the maximum number of commits, 1 or more
     */
    List<Commit> log(String prefix, int limit);

    /** Returns the newest commit of this branch, or empty if the branch has no commits yet. */
    Optional<Commit> head();

    /** Returns the store as it was right after a commit. The result never changes. */
    StoreReader at(String commit);

    /**
     * Compares the states of two commits.
     *
     * @return the changes that turn the first state into the second, in key order; unmodifiable
     */
    List<Change> diff(String from, String to);

    /**
     * Undoes a commit with a new commit, which sets every key that the old one changed to its value from before. The
     * message of the new commit is {@code "Revert: "} and the message of the old one.
     *
     * @return the new commit; empty if there is nothing left to undo
     * @throws MergeConflict if one of those keys was changed again later; nothing has changed then
     */
    Optional<Commit> revert(String commit);

    /**
     * Returns a branch: a store with a history of its own that starts at the head of this one. It is created if it does
     * not exist.
     *
     * @param name a word of letters, digits, {@code -} and {@code _}, at most 100 characters; {@code main} is the store
     *     that was opened
     */
    Store branch(String name);

    /** Returns the names of the branches in order, {@code main} among them; unmodifiable. */
    List<String> branches();

    /**
     * Removes a branch, with its values. What was merged from it stays merged, and its commits are dropped along with
     * others of their age. A store that was obtained for it is empty from now on, and throws
     * {@link IllegalStateException} when written to.
     *
     * @param name the branch, not {@code main}
     * @throws IllegalArgumentException if there is no such branch
     */
    void removeBranch(String name);

    /**
     * Merges another branch into this one: everything that has changed there since the two separated or were last
     * merged, as one commit.
     *
     * @param branch the name of the other branch
     * @param merge decides about keys that were changed in both branches, to different values
     * @return the new commit; empty if the other branch has nothing new
     * @throws IllegalArgumentException if there is no such branch
     * @throws StoreException if the common ancestors of the branches are no longer kept; nothing has changed then. That
     *     happens only to branches without a common history, and if another program has shortened it
     */
    Optional<Commit> merge(String branch, Merge merge);

    /** Decides about a key that was changed on both sides of a merge. */
    @FunctionalInterface
    interface Merge {
        /**
         * Returns the value that the key is to have.
         *
         * @param key the key
         * @param base the value that both sides started from; empty if the key had no value, or if crosswise merges
         *     left several
         * @param ours the value in the branch that is merged into; empty if the key has none there
         * @param theirs the value in the branch that is merged; empty if the key has none there
         * @return one of these values, or any other that a store can hold; empty to remove the key
         */
        Optional<?> decide(String key, Optional<Value> base, Optional<Value> ours, Optional<Value> theirs);

        /** Keeps the value of the branch that is merged into. */
        static Merge ours() {
            return (key, base, ours, theirs) -> ours;
        }

        /** Takes the value of the branch that is merged. */
        static Merge theirs() {
            return (key, base, ours, theirs) -> theirs;
        }

        /** Refuses to merge if there is a conflict, with a {@link MergeConflict}. */
        static Merge refuse() {
            return (key, base, ours, theirs) -> {
                throw new MergeConflict(key);
            };
        }
    }

    /**
     * How much history a store keeps, counted over all branches. When there is more, the oldest commits are dropped as
     * new ones are made; the current state is never affected. What is needed to merge branches is always kept:
     * everything since the oldest commit that a merge of any two of them would start from. So a branch that is neither
     * merged nor removed holds on to all history since it was created.
     *
     * @param commits the maximum number of commits, 1 or more
     * @param age the maximum age of a commit, more than zero
     */
    record Keep(int commits, Duration age) {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if a value is out of range
         */
        public Keep {
            if (commits < 1 || age.isNegative() || age.isZero()) {
                throw new IllegalArgumentException("A history keeps at least one commit, for longer than zero.");
            }
        }

        /** Keeps everything. */
        public static Keep everything() {
            return new Keep(Integer.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE));
        }

        /** Keeps a number of commits, the newest. */
        public static Keep commits(int commits) {
            return new Keep(commits, everything().age());
        }

        /** Keeps the commits that are no older than this. */
        public static Keep age(Duration age) {
            return new Keep(Integer.MAX_VALUE, age);
        }
    }
}
