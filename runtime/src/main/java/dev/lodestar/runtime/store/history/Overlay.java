package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.medium.Texts;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Texts with changes on top.
 *
 * @param below the texts beneath the changes
 * @param changes the text that each changed key has instead, or empty if it has none
 */
public record Overlay(Texts below, SortedMap<String, Optional<String>> changes) implements Texts {
    @Override
    public @Nullable String get(String key) {
        Optional<String> changed = changes.get(key);
        return changed == null ? below.get(key) : changed.orElse(null);
    }

    @Override
    public void range(String from, String to, BiConsumer<String, String> visitor) {
        SortedMap<String, Optional<String>> over = changes.subMap(from, to);
        if (over.isEmpty()) {
            below.range(from, to, visitor);
            return;
        }
        SortedMap<String, String> merged = new TreeMap<>();
        below.range(from, to, merged::put);
        over.forEach((key, text) -> text.ifPresentOrElse(t -> merged.put(key, t), () -> merged.remove(key)));
        merged.forEach(visitor);
    }
}
