package dev.lodestar.runtime.store.medium;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Texts that several stores share, each through a medium of its own: in several processes, for example. What other
 * stores write becomes visible only when this store calls {@link #catchUp}, so that no reader sees half a commit and no
 * transaction sees two states. A shared medium therefore usually answers reads from a copy, such as
 * {@link TextsInMemory}.
 *
 * <p>Any number of threads read it, as they do a {@link Medium}; the other methods are called by one thread at a time.
 * The rules for keys, texts and failures are those of {@link Medium}.
 */
public interface SharedMedium extends Texts, AutoCloseable {
    /**
     * Applies all changes or none, provided that this medium has caught up with everything others have written, and
     * returns when the changes are durable.
     *
     * @param changes the new text of each key, or empty to remove it; unmodifiable
     * @param commits the commits that these changes make up, oldest first, for the other stores
     * @return true if the changes were applied; false if others were faster. All texts are as before then, and
     *     {@link #catchUp} returns what the others wrote
     * @throws dev.lodestar.store.StoreException if the changes cannot be made durable; all texts are as before, then
     */
    boolean write(SortedMap<String, Optional<String>> changes, List<Announcement> commits);

    /**
     * Tells whether the medium can keep texts that belong to no commit, such as stored sessions. If not, changes never
     * contain any.
     */
    default boolean keepsSideTexts() {
        return true;
    }

    /** Makes visible what others have written so far. Nobody reads during this call. */
    Incoming catchUp();

    /**
     * What others have written.
     *
     * @param before the text that each changed key had before, or empty if it had none
     * @param commits the commits that others have made, oldest first, each once
     */
    record Incoming(SortedMap<String, Optional<String>> before, List<Announcement> commits) {
        /** Copies the list. */
        public Incoming {
            commits = List.copyOf(commits);
        }
    }

    /**
     * Registers what to call when others have written something. Called once, before any other method.
     *
     * @param catchUp makes the store catch up before it returns, and so waits for any write in progress. Call it from
     *     any thread that holds no lock that {@link #write} or {@link #catchUp} would wait for
     */
    void listen(Runnable catchUp);

    /** Releases everything the medium holds. Called once, when no other call is running. */
    @Override
    void close();

    /**
     * Closes a medium that tidies up first; otherwise the same as {@link #close()}.
     *
     * @param atMost the time limit for tidying up, zero or more
     */
    default void close(Duration atMost) {
        close();
    }
}
