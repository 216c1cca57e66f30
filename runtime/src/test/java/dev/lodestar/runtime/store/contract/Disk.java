package dev.lodestar.runtime.store.contract;

import dev.lodestar.runtime.store.medium.Medium;
import dev.lodestar.store.StoreException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A medium that can run out of space. The examples' tests use it as well. */
public final class Disk implements Medium {
    private final ConcurrentSkipListMap<String, String> texts = new ConcurrentSkipListMap<>();
    private volatile boolean full;

    /** Says whether there is no space left from now on. */
    public void fill(boolean full) {
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
