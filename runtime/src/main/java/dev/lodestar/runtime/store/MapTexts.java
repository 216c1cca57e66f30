package dev.lodestar.runtime.store;

import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Texts in a map. */
record MapTexts(SortedMap<String, String> map) implements Texts {
    @Override
    public @Nullable String get(String key) {
        return map.get(key);
    }

    @Override
    public void range(String from, String to, BiConsumer<String, String> visitor) {
        map.subMap(from, to).forEach(visitor);
    }
}
