package dev.lodestar.runtime.store;

import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Opens stores that are Git repositories. An application that uses them depends on
 * {@code org.eclipse.jgit:org.eclipse.jgit} itself; the runtime does without it.
 */
public final class GitStores {
    private GitStores() {}

    /**
     * Opens a store in a bare Git repository, which is made if it does not exist. Each value is a file, {@code todos/42} is
     * {@code todos/42.json}; each commit is one of Git, and {@link Store#history} is Git's own, so that {@code git log},
     * {@code git diff}, {@code git clone} and {@code git push} work on it, also while it is open: what another program
     * commits is taken in within about a second, or by the next commit. The newest state of every branch is kept in
     * memory.
     *
     * <p>Of an author's name Git keeps no angle brackets, and no punctuation at its ends; of a time no fraction of a second.
     *
     * @param folder the repository, which only one process may have open as a store
     * @throws dev.lodestar.store.StoreException if the repository belongs to another process, or cannot be read and written
     */
    public static Store open(Path folder) {
        return open(folder, Keep.everything());
    }

    /**
     * Opens a store in a bare Git repository that drops old commits; else as {@link #open(Path)}. They are dropped now
     * and then, not with every commit: Git takes the repository for a shallow clone then, and their objects go some ten
     * minutes later. What a tag or anything else but a branch leads to is not dropped.
     *
     * @param keep how much of the history
     */
    public static Store open(Path folder, Keep keep) {
        GitMedium medium = GitMedium.open(folder, keep);
        return Stores.open(medium, new GitRecorder(medium), medium.past(), Clock.systemUTC());
    }
}
