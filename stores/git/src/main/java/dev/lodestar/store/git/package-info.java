/**
 * Stores that are bare Git repositories: {@link dev.lodestar.store.git.GitStores} opens them. Each value is a file and
 * each commit is one of Git's, so the {@code git} command works on the repository, even while the store is open.
 */
@NullMarked
package dev.lodestar.store.git;

import org.jspecify.annotations.NullMarked;
