package dev.lodestar.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a store was before. The history of one branch: that of the store it was got from. Commits are named by a hash of
 * what they hold and of the commit before, so an id stands for a whole state. Safe for use by any thread.
 *
 * <p>A method that takes an id throws {@link IllegalArgumentException} if no commit that is still kept has it.
 */
public interface History {
    /**
     * The commits of this branch that changed something under a prefix, the newest first; unmodifiable.
     *
     * @param limit how many at most, 1 or more
     */
    List<Commit> log(String prefix, int limit);

    /** The newest commit of this branch; empty if there is none yet. */
    Optional<Commit> head();

    /** The store as it was right after a commit. What is returned never changes. */
    StoreReader at(String commit);

    /**
     * What one would change to get from one commit's state to another's.
     *
     * @return the changes, in the order of their keys; unmodifiable
     */
    List<Change> diff(String from, String to);

    /**
     * Undoes one commit by a new one, which gives each key that it changed its value from before it. The new one's message
     * is {@code "Revert: "} and the message of the other.
     *
     * @return the new commit; empty if there is nothing left to undo
     * @throws MergeConflict if one of those keys was changed again later; nothing has changed then
     */
    Optional<Commit> revert(String commit);

    /**
     * Gives a branch: a store with a history of its own that starts from this one's head. It is made if it does not exist.
     *
     * @param name a word of letters, digits, {@code -} and {@code _}; {@code main} is the store that was opened
     */
    Store branch(String name);

    /** The names of the branches, in their order, {@code main} among them; unmodifiable. */
    List<String> branches();

    /**
     * Lets a branch go, with its values. What was merged from it stays merged; its commits are dropped with the others of
     * their age. A store that was got for it reads as empty, and to write to it is an {@link IllegalStateException}.
     *
     * @param name the branch, not {@code main}
     * @throws IllegalArgumentException if there is no such branch
     */
    void removeBranch(String name);

    /**
     * Brings into this branch what another has changed since they parted or were last merged, as one commit.
     *
     * @param branch the other's name
     * @param merge decides about keys that both have changed, to different values
     * @return the new commit; empty if the other branch has nothing new
     * @throws IllegalArgumentException if there is no such branch
     * @throws StoreException if what both started from is no longer kept, which happens only to branches that share no
     *     history, and where another program has shortened it; nothing has changed then
     */
    Optional<Commit> merge(String branch, Merge merge);

    /** Decides about one key that both sides of a merge have changed. */
    @FunctionalInterface
    interface Merge {
        /**
         * Gives the value that the key is to have.
         *
         * @param key the key
         * @param base the value that both sides started from; empty for none, as below, and if branches were merged
         *     crosswise, so that there are several such values
         * @param ours the value in the branch that is merged into
         * @param theirs the value in the branch that is merged
         * @return the value: one of these, or any that a store can hold; empty to remove it
         */
        Optional<?> decide(String key, Optional<Value> base, Optional<Value> ours, Optional<Value> theirs);

        /** Keeps what the branch that is merged into has. */
        static Merge ours() {
            return (key, base, ours, theirs) -> ours;
        }

        /** Takes what the branch that is merged has. */
        static Merge theirs() {
            return (key, base, ours, theirs) -> theirs;
        }

        /** Merges nothing if there is a conflict, by throwing {@link MergeConflict}. */
        static Merge refuse() {
            return (key, base, ours, theirs) -> {
                throw new MergeConflict(key);
            };
        }
    }

    /**
     * How much history a store keeps: of all its branches together, whose oldest commits are dropped as new ones are made.
     * The state itself is never touched. What branches need to be merged is kept in any case: all since the oldest commit
     * from which two of them would start a merge. So a branch that is neither merged nor removed holds the history since
     * it began.
     *
     * @param commits the greatest number of commits, 1 or more
     * @param age the greatest age of a commit, more than zero
     */
    record Keep(int commits, Duration age) {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if a value is out of its range
         */
        public Keep {
            if (commits < 1 || age.isNegative() || age.isZero()) {
                throw new IllegalArgumentException("A history keeps at least one commit, for more than no time.");
            }
        }

        /** Keeps everything. */
        public static Keep everything() {
            return new Keep(Integer.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE));
        }

        /** Keeps the newest commits. */
        public static Keep commits(int commits) {
            return new Keep(commits, everything().age());
        }

        /** Keeps the commits that are not older. */
        public static Keep age(Duration age) {
            return new Keep(Integer.MAX_VALUE, age);
        }
    }
}
