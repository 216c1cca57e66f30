package dev.lodestar.runtime.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of sessions, in memory. Only a session that has a value takes any; when there are too many, the one that
 * was used longest ago goes. Safe for use by any thread.
 */
final class SessionStore {
    private final int capacity;
    private final LinkedHashMap<String, Map<String, String>> values = new LinkedHashMap<>(16, 0.75f, true);

    SessionStore(int capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<String> get(String id, String name) {
        Map<String, String> own = values.get(id);
        return own == null ? Optional.empty() : Optional.ofNullable(own.get(name));
    }

    synchronized void set(String id, String name, String value) {
        values.computeIfAbsent(id, fresh -> new TreeMap<>()).put(name, value);
        if (values.size() > capacity) {
            values.remove(values.keySet().iterator().next());
        }
    }

    synchronized void remove(String id, String name) {
        Map<String, String> own = values.get(id);
        if (own != null && own.remove(name) != null && own.isEmpty()) {
            values.remove(id);
        }
    }

    synchronized int size() {
        return values.size();
    }
}
