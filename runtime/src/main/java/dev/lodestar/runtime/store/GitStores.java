package dev.lodestar.runtime.store;

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
     * {@code git diff} and {@code git clone} work on it. The newest state of every branch is kept in memory.
     *
     * <p>The branches belong to the store while it is open: a commit on top of one that another program has moved fails.
     * Nothing is dropped and nothing packed; that is for {@code git gc}.
     *
     * @param folder the repository, which only one process may have open as a store
     * @throws dev.lodestar.store.StoreException if the repository belongs to another process, or cannot be read and written
     */
    public static Store open(Path folder) {
        GitMedium medium = GitMedium.open(folder);
        return Stores.open(medium, new GitRecorder(medium), new GitPast(medium), Clock.systemUTC());
    }
}
