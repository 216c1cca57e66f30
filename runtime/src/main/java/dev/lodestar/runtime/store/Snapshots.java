package dev.lodestar.runtime.store;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The snapshots that are still in use. Safe for use by any thread. */
final class Snapshots {
    private final List<WeakReference<Snapshot>> held = new ArrayList<>();

    synchronized void add(Snapshot snapshot) {
        held.add(new WeakReference<>(snapshot));
    }

    /** Makes all of them keep the texts that are about to change. */
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
