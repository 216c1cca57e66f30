package dev.lodestar.examples.chat;

import dev.lodestar.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A session for one thread.
 *
 * @param id the secret id
 * @param values the values that the session holds
 */
record FakeSession(String id, Map<String, Object> values) implements Session {
    FakeSession(String id) {
        this(id, new HashMap<>());
    }

    @Override
    public <T> Optional<T> get(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    @Override
    public <T> List<T> getList(String name, Class<T> element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void set(String name, Object value) {
        values.put(name, value);
    }

    @Override
    public <T> Optional<T> update(String name, Class<T> type, Function<Optional<T>, Optional<T>> change) {
        Optional<T> updated = change.apply(get(name, type));
        updated.ifPresentOrElse(value -> set(name, value), () -> remove(name));
        return updated;
    }

    @Override
    public void remove(String name) {
        values.remove(name);
    }

    @Override
    public void renew() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void end() {
        values.clear();
    }
}
