package dev.lodestar.runtime.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where several stores keep the same texts, each through a medium of its own: in several processes, say. What others
 * write shows only when the store takes it in, so that nobody sees half of it and no transaction sees two states.
 *
 * <p>Read by any number of threads, as a {@link Medium}; the other methods are called by one thread at a time. A medium
 * that fails throws {@link dev.lodestar.store.StoreException}, with a sentence that says what to do.
 */
public interface SharedMedium extends Texts, AutoCloseable {
    /**
     * Changes texts, all or none, if others have written nothing that was not taken in, and returns when that is durable.
     *
     * @param changes the new text of each key, or empty to remove it
     * @param commits what these changes are to others, in their order
     * @return whether it was done; if not, everything is as before, and {@link #takeIn} will give what came first
     * @throws dev.lodestar.store.StoreException if that cannot be; everything is as before
     */
    boolean write(SortedMap<String, Optional<String>> changes, List<Announcement> commits);

    /** Whether it keeps texts that are in no commit as well as the others. */
    default boolean keepsSideTexts() {
        return true;
    }

    /** Shows from now on what others have written until now. Nobody reads while this is called. */
    TakenIn takeIn();

    /**
     * What was taken in.
     *
     * @param before the text that each changed key had before, or empty if it had none
     * @param commits what others have committed, in their order, each once
     */
    record TakenIn(SortedMap<String, Optional<String>> before, List<Announcement> commits) {
        /** Copies the list. */
        public TakenIn {
            commits = List.copyOf(commits);
        }
    }

    /**
     * Asks to be told that others have written something. Called once, before anything else.
     *
     * @param news takes it in before it returns, so it waits for what is being written; called by any thread that holds
     *     nothing on which {@link #write} or {@link #takeIn} would wait
     */
    void listen(Runnable news);

    /** Lets go of what the medium holds. Called once, when nothing else is being done. */
    @Override
    void close();

    /**
     * As {@link #close()}, for a medium that tidies up before it closes.
     *
     * @param atMost how long it may tidy up
     */
    default void close(Duration atMost) {
        close();
    }
}
