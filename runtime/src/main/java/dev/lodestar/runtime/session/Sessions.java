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
 * <p>Whatever id a cookie has is taken, if it has the form of one. To refuse those that were not made here would keep
 * nobody from putting one that was made here into another's browser; {@link BrowserSession#renew} at the login does, and
 * under TLS the cookie's name. In return the pages that are open when a server restarts keep their ids, all the same one.
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
     * Sessions that end with the process.
     *
     * @param clock tells the time; it may be set while the server runs
     * @param nanos a clock that nobody sets, as {@link System#nanoTime}
     */
    public static Sessions inMemory(Limits limits, InstantSource clock, LongSupplier nanos, SessionStreams streams) {
        return new Sessions(limits, clock, nanos, streams, null);
    }

    /**
     * Sessions that are kept.
     *
     * @param clock tells the time, which outlives the process with them; it may be set while the server runs
     * @param nanos a clock that nobody sets, as {@link System#nanoTime}
     * @param texts where; they are read now
     * @param workers where what nobody waits for is written
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
     * Finds the session that a request names, which is used by that.
     *
     * @param cookies the value of the request's {@code Cookie}, or null if it has none
     * @param secure whether it came over TLS
     * @return the session, or null if no cookie names one or its id has not the form of one
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
     * Makes a session that nobody has had before. It takes no memory until it has a value.
     *
     * @param secure whether its browser speaks TLS
     */
    public BrowserSession create(boolean secure) {
        return new BrowserSession(this, SessionCookie.newId(), secure, true);
    }

    /** Whether a session's browser was given another id just now: it will come with that one in a moment. */
    public boolean isRetired(String key) {
        return retired.has(key);
    }

    /** Writes what is still to be kept. */
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

    /** Keeps what sessions have now. */
    void save(List<String> keys) {
        if (keeper != null) {
            keeper.save(values, keys);
        }
    }

    /** Gives a session's values to another, which its browser has from now on. */
    void move(String from, String to) {
        retired.add(from);
        // Before, as they must not be rendered without the values.
        streams.end(from);
        values.move(from, to);
        save(List.of(from, to));
    }

    /**
     * Ends a session.
     *
     * @param browserLeaves whether its browser is given another one
     */
    void end(String key, boolean browserLeaves) {
        if (browserLeaves) {
            retired.add(key);
        }
        streams.end(key);
        values.clear(key);
        save(List.of(key));
    }

    private void outdated(String key) {
        if (keeper != null) {
            keeper.outdate(key, values);
        }
    }
}
