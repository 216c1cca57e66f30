package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.medium.Announcement;
import dev.lodestar.runtime.store.medium.Medium;
import dev.lodestar.runtime.store.medium.SharedMedium;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Adapts a medium that nobody else writes to. */
record ExclusiveMedium(Medium medium) implements SharedMedium {
    @Override
    public @Nullable String get(String key) {
        return medium.get(key);
    }

    @Override
    public void range(String from, String to, BiConsumer<String, String> visitor) {
        medium.range(from, to, visitor);
    }

    @Override
    public boolean write(SortedMap<String, Optional<String>> changes, List<Announcement> commits) {
        medium.write(changes);
        return true;
    }

    @Override
    public Incoming catchUp() {
        return new Incoming(Collections.emptySortedMap(), List.of());
    }

    @Override
    public void listen(Runnable catchUp) {
        // Nobody else writes.
    }

    @Override
    public void close() {
        medium.close();
    }

    @Override
    public void close(Duration atMost) {
        medium.close(atMost);
    }
}
