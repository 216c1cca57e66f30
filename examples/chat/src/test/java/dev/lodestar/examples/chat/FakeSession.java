package dev.lodestar.examples.chat;

import dev.lodestar.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A session of one thread.
 *
 * @param id its secret
 * @param values what it holds
 */
record FakeSession(String id, Map<String, String> values) implements Session {
    FakeSession(String id) {
        this(id, new HashMap<>());
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public void set(String name, String value) {
        values.put(name, value);
    }

    @Override
    public void remove(String name) {
        values.remove(name);
    }
}
