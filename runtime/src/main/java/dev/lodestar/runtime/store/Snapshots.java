package dev.lodestar.runtime.store;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The snapshots that somebody still holds. Safe for use by any thread. */
final class Snapshots {
    private final List<WeakReference<Snapshot>> held = new ArrayList<>();

    synchronized void add(Snapshot snapshot) {
        held.add(new WeakReference<>(snapshot));
    }

    /** Keeps for all of them what is about to change. */
    synchronized void keep(SortedMap<String, Optional<String>> before) {
        held.removeIf(reference -> {
            @Nullable Snapshot snapshot = reference.get();
            if (snapshot != null) {
                snapshot.keep(before);
            }
            return snapshot == null;
        });
    }
}
