package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.medium.Medium;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.runtime.store.medium.TextsInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A medium that stands for a disk: what is written to it outlives the stores that are opened over it. */
public final class RetainedMedium extends TextsInMemory implements Medium {
    @Override
    public void write(SortedMap<String, Optional<String>> changes) {
        changes.forEach(this::put);
    }

    @Override
    public void close() {}

    /** Returns all keys and texts. */
    public List<String> everything() {
        List<String> all = new ArrayList<>();
        range("", Texts.END, (key, text) -> {
            all.add(key);
            all.add(text);
        });
        return all;
    }
}
