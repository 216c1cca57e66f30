package dev.lodestar.runtime.session;

import dev.lodestar.Session;
import java.util.Optional;

/**
 * A session as a view on the store.
 *
 * @param id the id
 * @param store the values of all sessions
 */
record StoredSession(String id, SessionStore store) implements Session {
    @Override
    public Optional<String> get(String name) {
        return store.get(id, name);
    }

    @Override
    public void set(String name, String value) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A session's value needs a name that is not empty.");
        }
        store.set(id, name, value);
    }

    @Override
    public void remove(String name) {
        store.remove(id, name);
    }

    /** Without the id, which must not get into a log by accident. */
    @Override
    public String toString() {
        return "Session";
    }
}
