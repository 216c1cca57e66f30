package dev.lodestar.runtime.session;

import dev.lodestar.Session;
import dev.lodestar.runtime.store.json.ValueText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The session of a request. Requests with the same session id share its values. Safe for use by any thread. */
public final class BrowserSession implements Session {
    private final Sessions sessions;
    private final boolean secure;
    private String id;
    private volatile String key;

    /** Whether the browser does not have the id yet. */
    private boolean unknown;

    /** Whether the response has its cookie, so that the id can no longer change. */
    private boolean answered;

    BrowserSession(Sessions sessions, String id, boolean secure, boolean unknown) {
        this.sessions = sessions;
        this.id = id;
        this.key = SessionCookie.hash(id);
        this.secure = secure;
        this.unknown = unknown;
    }

    @Override
    public synchronized String id() {
        return id;
    }

    /** Returns what stands for the id within the server; it is not secret. */
    public String key() {
        return key;
    }

    /**
     * Returns the value of {@code Set-Cookie} for the response. From now on the browser's id cannot change.
     *
     * @return the value, or null if the browser has its cookie already
     */
    public synchronized @Nullable String cookie() {
        answered = true;
        boolean expiring = !sessions.isRetired(key) && sessions.values().needsCookie(key);
        return unknown || expiring ? SessionCookie.set(id, secure, sessions.time()) : null;
    }

    @Override
    public <T> Optional<T> get(String name, Class<T> type) {
        return text(name).map(text -> ValueText.read(described(name), text, type));
    }

    @Override
    public <T> List<T> getList(String name, Class<T> element) {
        return text(name)
                .map(text -> ValueText.readList(described(name), text, element))
                .orElse(List.of());
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(sessions.values().get(key, name));
    }

    private static String described(String name) {
        return name + " in a session";
    }

    @Override
    public void set(String name, Object value) {
        checkName(name);
        String text = ValueText.write(value);
        String now = key;
        // After a login or logout, requests that were running at the same time have a session that is over.
        if (!sessions.isRetired(now)) {
            sessions.values().set(now, name, text);
            sessions.save(List.of(now));
        }
    }

    @Override
    public <T> Optional<T> update(String name, Class<T> type, Function<Optional<T>, Optional<T>> change) {
        checkName(name);
        while (true) {
            String now = key;
            String before = sessions.values().get(now, name);
            Optional<T> updated =
                    change.apply(Optional.ofNullable(before).map(text -> ValueText.read(described(name), text, type)));
            String after = updated.map(ValueText::write).orElse(null);
            if (Objects.equals(before, after) || sessions.isRetired(now)) {
                return updated;
            }
            if (sessions.values().replace(now, name, before, after)) {
                sessions.save(List.of(now));
                return updated;
            }
        }
    }

    private static void checkName(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The name of a session value must not be empty.");
        }
    }

    @Override
    public void remove(String name) {
        String now = key;
        if (sessions.values().remove(now, name)) {
            sessions.save(List.of(now));
        }
    }

    @Override
    public synchronized void renew() {
        if (answered) {
            throw new IllegalStateException(
                    "session.renew() is for actions: only a response that has not been sent yet can give the browser"
                            + " its new id. Call it in the action that logs the user in, on that action's session.");
        }
        String old = key;
        change();
        sessions.move(old, key);
    }

    @Override
    public synchronized void end() {
        String old = key;
        if (!answered) {
            change();
        }
        sessions.end(old, !answered);
    }

    private void change() {
        id = SessionCookie.newId();
        key = SessionCookie.hash(id);
        unknown = true;
    }

    /** Returns a text without the id, which must not end up in a log by accident. */
    @Override
    public String toString() {
        return "Session";
    }
}
