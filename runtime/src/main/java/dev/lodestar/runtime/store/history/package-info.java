/**
 * The history of a store: {@link dev.lodestar.runtime.store.history.Recorder} names each commit and records it, and
 * {@link dev.lodestar.runtime.store.history.CommitGraph} finds commits again, with what lies between them. By default
 * both keep the history among the store's own texts; the Git backend has its own. The layout of those texts is here,
 * too: {@link dev.lodestar.runtime.store.history.Keys} and {@link dev.lodestar.runtime.store.history.Branch}.
 */
@NullMarked
package dev.lodestar.runtime.store.history;

import org.jspecify.annotations.NullMarked;
