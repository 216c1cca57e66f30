/**
 * What a backend has to survive, as tests to extend: processes that are killed
 * ({@link dev.lodestar.runtime.store.crash.KillContract}), full disks
 * ({@link dev.lodestar.runtime.store.crash.FullDiskContract}), folders that become read-only
 * ({@link dev.lodestar.runtime.store.crash.ReadOnlyFolderContract}), and other failures on opening
 * ({@link dev.lodestar.runtime.store.crash.OpeningContract}). A backend says with a
 * {@link dev.lodestar.runtime.store.crash.StoreOpener} how child processes open its stores.
 */
@NullMarked
package dev.lodestar.runtime.store.crash;

import org.jspecify.annotations.NullMarked;
