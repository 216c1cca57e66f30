package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.store.Entry;
import dev.lodestar.store.StoreReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads values from texts. */
abstract class DecodingReader implements StoreReader {
    /** The text under a key, or null. */
    abstract @Nullable String text(String key);

    /** The texts under a prefix. */
    abstract SortedMap<String, String> texts(String prefix);

    @Override
    public final <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(text(Keys.key(key))).map(text -> ValueText.read(key, text, type));
    }

    @Override
    public final <T> List<T> getList(String key, Class<T> element) {
        String text = text(Keys.key(key));
        return text == null ? List.of() : ValueText.readList(key, text, element);
    }

    @Override
    public final <T> List<Entry<T>> list(String prefix, Class<T> type) {
        return texts(Keys.prefix(prefix)).entrySet().stream()
                .map(e -> new Entry<>(e.getKey(), ValueText.read(e.getKey(), e.getValue(), type)))
                .toList();
    }

    @Override
    public final List<String> keys(String prefix) {
        return List.copyOf(texts(Keys.prefix(prefix)).keySet());
    }

    @Override
    public final boolean has(String key) {
        return text(Keys.key(key)) != null;
    }
}
