package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.medium.Medium;
import dev.lodestar.runtime.store.medium.TextsInMemory;
import java.util.Optional;
import java.util.SortedMap;

/** A medium that ends with the process. */
final class MemoryMedium extends TextsInMemory implements Medium {
    @Override
    public void write(SortedMap<String, Optional<String>> changes) {
        changes.forEach(this::put);
    }

    @Override
    public void close() {
        clear();
    }
}
