package dev.lodestar.runtime.store;

import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Texts in the memory of this process. */
final class MemoryMedium implements Medium {
    private final ConcurrentSkipListMap<String, String> texts = new ConcurrentSkipListMap<>();

    @Override
    public @Nullable String get(String key) {
        return texts.get(key);
    }

    @Override
    public void range(String from, String to, BiConsumer<String, String> visitor) {
        texts.subMap(from, to).forEach(visitor);
    }

    @Override
    public void write(SortedMap<String, Optional<String>> changes) {
        changes.forEach((key, text) -> text.ifPresentOrElse(t -> texts.put(key, t), () -> texts.remove(key)));
    }

    @Override
    public void close() {
        texts.clear();
    }
}
