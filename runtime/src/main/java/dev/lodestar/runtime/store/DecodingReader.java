package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.history.Keys;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Entry;
import dev.lodestar.store.StoreReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of a branch from texts. */
abstract class DecodingReader implements StoreReader {
    private final Branch branch;

    DecodingReader(Branch branch) {
        this.branch = branch;
    }

    final Branch branch() {
        return branch;
    }

    /** Reads from the texts of one state. Values are decoded afterwards. */
    abstract <R> R read(Function<Texts, R> reader);

    /** Returns the text under a key, or null. */
    final @Nullable String text(String key) {
        return read(texts -> Optional.ofNullable(texts.get(branch.stored(key)))).orElse(null);
    }

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
        Keys.prefix(prefix);
        List<Entry<String>> found = read(texts -> {
            List<Entry<String>> entries = new ArrayList<>();
            branch.visit(texts, prefix, (key, text) -> entries.add(new Entry<>(key, text)));
            return entries;
        });
        return found.stream()
                .map(e -> new Entry<>(e.key(), ValueText.read(e.key(), e.value(), type)))
                .toList();
    }

    @Override
    public final List<String> keys(String prefix) {
        Keys.prefix(prefix);
        return read(texts -> {
            List<String> keys = new ArrayList<>();
            branch.visit(texts, prefix, (key, text) -> keys.add(key));
            return List.copyOf(keys);
        });
    }

    @Override
    public final boolean has(String key) {
        return text(Keys.key(key)) != null;
    }
}
