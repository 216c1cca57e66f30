package dev.lodestar.runtime.store;

import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Texts in the memory of this process. Safe for use by any thread. */
class TextsInMemory implements Texts {
    private final ConcurrentSkipListMap<String, String> texts = new ConcurrentSkipListMap<>();

    @Override
    public final @Nullable String get(String key) {
        return texts.get(key);
    }

    @Override
    public final void range(String from, String to, BiConsumer<String, String> visitor) {
        texts.subMap(from, to).forEach(visitor);
    }

    /** Changes one, or removes it. */
    final void put(String key, Optional<String> text) {
        text.ifPresentOrElse(t -> texts.put(key, t), () -> texts.remove(key));
    }

    final void clear() {
        texts.clear();
    }
}
