package dev.lodestar.runtime.store;

import java.util.Optional;
import java.util.SortedMap;

/** A medium that is gone with the process. */
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
