package dev.lodestar.runtime.store;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A medium that nobody else writes to. */
record SoleMedium(Medium medium) implements SharedMedium {
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
    public TakenIn takeIn() {
        return new TakenIn(Collections.emptySortedMap(), List.of());
    }

    @Override
    public void listen(Runnable news) {
        // There will be none.
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
