package dev.lodestar.runtime.store.medium;

import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Texts held in memory: a base class for media that answer reads from a copy. Safe for use by any thread. A reader that
 * runs beside a change may see either the old text or the new one.
 */
public class TextsInMemory implements Texts {
    private final ConcurrentSkipListMap<String, String> texts = new ConcurrentSkipListMap<>();

    /** Starts without any texts. */
    protected TextsInMemory() {}

    @Override
    public final @Nullable String get(String key) {
        return texts.get(key);
    }

    @Override
    public final void range(String from, String to, BiConsumer<String, String> visitor) {
        texts.subMap(from, to).forEach(visitor);
    }

    /** Sets the text of a key, or removes it if {@code text} is empty. */
    protected final void put(String key, Optional<String> text) {
        text.ifPresentOrElse(t -> texts.put(key, t), () -> texts.remove(key));
    }

    /** Removes all texts. */
    protected final void clear() {
        texts.clear();
    }
}
