package dev.lodestar.examples.chat;

import dev.lodestar.runtime.store.medium.Medium;
import dev.lodestar.store.StoreException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where a store lives, which may be full. */
final class Disk implements Medium {
    private final ConcurrentSkipListMap<String, String> texts = new ConcurrentSkipListMap<>();
    private volatile boolean full;

    void fill(boolean full) {
        this.full = full;
    }

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
        if (full) {
            throw new StoreException("Nothing can be written: the disk is full.", null);
        }
        changes.forEach((key, text) -> text.ifPresentOrElse(t -> texts.put(key, t), () -> texts.remove(key)));
    }

    @Override
    public void close() {}
}
