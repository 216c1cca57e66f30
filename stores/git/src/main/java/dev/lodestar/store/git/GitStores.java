package dev.lodestar.store.git;

import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;

/** Opens stores that are Git repositories. */
public final class GitStores {
    private GitStores() {}

    /**
     * Opens a store in a bare Git repository, which is created if it does not exist. Each value is a file:
     * {@code todos/42} is {@code todos/42.json}. Each commit is a Git commit, and {@link Store#history} is Git's own,
     * so {@code git log}, {@code git diff}, {@code git clone} and {@code git push} work on the repository, even while
     * the store is open. What other programs commit shows up within about a second, or with the next commit. The newest
     * state of every branch is held in memory.
     *
     * <p>Git removes angle brackets from an author's name, and punctuation from its ends; times are in whole seconds.
     *
     * @param folder the repository, which only one process can have open as a store
     * @throws dev.lodestar.store.StoreException if another process has the repository open, or if it cannot be read and
     *     written
     */
    public static Store open(Path folder) {
        return open(folder, Keep.everything());
    }

    /**
     * Opens a store in a bare Git repository that drops old commits; otherwise the same as {@link #open(Path)}. Commits
     * are dropped every now and then, not with every new commit. The repository becomes a shallow one, as after
     * {@code git clone --depth}, and unneeded objects are removed about ten minutes later. What a tag or any other
     * reference outside of the branches leads to is kept.
     *
     * @param keep how much history to keep
     */
    public static Store open(Path folder, Keep keep) {
        return open(GitMedium.open(folder, keep));
    }

    static Store open(GitMedium medium) {
        return Stores.over(medium, new GitRecorder(medium), medium.commits());
    }
}
