/**
 * What every backend has to do, as tests to extend. {@link dev.lodestar.runtime.store.contract.StoreContract} is for
 * all stores, {@link dev.lodestar.runtime.store.contract.DurableStoreContract} for those that outlive the process;
 * {@link dev.lodestar.runtime.store.contract.HistoryContract},
 * {@link dev.lodestar.runtime.store.contract.DurableHistoryContract} and
 * {@link dev.lodestar.runtime.store.contract.MergeContract} are for stores with a history, and
 * {@link dev.lodestar.runtime.store.contract.SharedStoreContract} is for shared media.
 */
@NullMarked
package dev.lodestar.runtime.store.contract;

import org.jspecify.annotations.NullMarked;
