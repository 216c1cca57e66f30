package dev.lodestar.runtime.session;

import dev.lodestar.Limits;
import dev.lodestar.runtime.store.SideTexts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a server. Safe for use by any thread.
 *
 * <p>Any well-formed id in a cookie is accepted, wherever it was created. Rejecting ids that this server did not create
 * would not stop an attacker from planting one that it did; {@link BrowserSession#renew} at login does, and under TLS
 * so does the name of the cookie. In return, pages that are open while the server restarts keep their id, and share the
 * same one.
 */
public final class Sessions implements AutoCloseable {
    private final Duration time;
    private final SessionStreams streams;
    private final RetiredIds retired;
    private final SessionValues values;
    private final @Nullable SessionKeeper keeper;

    private Sessions(
            Limits limits,
            InstantSource clock,
            LongSupplier nanos,
            SessionStreams streams,
            @Nullable SessionKeeper keeper) {
        this.time = limits.sessionTime();
        this.streams = streams;
        this.retired = new RetiredIds(nanos);
        this.keeper = keeper;
        this.values = new SessionValues(limits.sessions(), time, clock, streams::areOpen, this::outdated);
    }

    /**
     * Creates sessions that end with the process.
     *
     * @param clock tells the time; it may be adjusted while the server runs
     * @param nanos a monotonic clock, such as {@link System#nanoTime}
     */
    public static Sessions inMemory(Limits limits, InstantSource clock, LongSupplier nanos, SessionStreams streams) {
        return new Sessions(limits, clock, nanos, streams, null);
    }

    /**
     * Creates sessions that are saved, and loads the saved ones.
     *
     * @param clock tells the time, which is saved too; it may be adjusted while the server runs
     * @param nanos a monotonic clock, such as {@link System#nanoTime}
     * @param texts where sessions are saved
     * @param workers run saves that nobody waits for
     * @throws dev.lodestar.store.StoreException if they cannot be read
     */
    public static Sessions stored(
            Limits limits,
            InstantSource clock,
            LongSupplier nanos,
            SessionStreams streams,
            SideTexts texts,
            Executor workers) {
        SessionKeeper keeper = new SessionKeeper(texts, workers, nanos);
        Sessions sessions = new Sessions(limits, clock, nanos, streams, keeper);
        keeper.load(sessions.values);
        return sessions;
    }

    /**
     * Finds the session that a request names, and records that it is used.
     *
     * @param cookies the value of the request's {@code Cookie} header, or null if there is none
     * @param secure whether the request came over TLS
     * @return the session, or null if no cookie has a well-formed id
     */
    public @Nullable BrowserSession find(@Nullable String cookies, boolean secure) {
        String id = cookies == null ? null : SessionCookie.idIn(cookies, secure);
        if (id == null) {
            return null;
        }
        BrowserSession session = new BrowserSession(this, id, secure, false);
        values.use(session.key());
        return session;
    }

    /**
     * Creates a new session. It takes up no memory until it has a value.
     *
     * @param secure whether its browser uses TLS
     */
    public BrowserSession create(boolean secure) {
        return new BrowserSession(this, SessionCookie.newId(), secure, true);
    }

    /** Tells whether a session's id was just replaced: its browser will send the new one in a moment. */
    public boolean isRetired(String key) {
        return retired.has(key);
    }

    /** Saves what has not been saved yet. */
    @Override
    public void close() {
        save(List.of());
    }

    Duration time() {
        return time;
    }

    SessionValues values() {
        return values;
    }

    /** Saves the current values of sessions, if sessions are saved. */
    void save(List<String> keys) {
        if (keeper != null) {
            keeper.save(values, keys);
        }
    }

    /** Moves the values of a session to the one that its browser has from now on. */
    void move(String from, String to) {
        retired.add(from);
        // First, because views must not be rendered without the values.
        streams.end(from);
        values.move(from, to);
        save(List.of(from, to));
    }

    /**
     * Ends a session.
     *
     * @param replaced whether its browser gets a new session
     */
    void end(String key, boolean replaced) {
        if (replaced) {
            retired.add(key);
        }
        streams.end(key);
        values.clear(key);
        save(List.of(key));
    }

    private void outdated(String key) {
        if (keeper != null) {
            keeper.markOutdated(key, values);
        }
    }
}
