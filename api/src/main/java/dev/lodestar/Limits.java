package dev.lodestar;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How much a server accepts of everything. Immutable. Start from {@link #defaults()} and change one limit at a time:
 *
 * <pre>{@code
 * Config config = Config.defaults().withLimits(Limits.defaults().withBodyBytes(10 << 20));
 * }</pre>
 *
 * <p>All numbers are at least 1, and all times at least 1 ms. Rates have two numbers: how many are accepted per second
 * over time, and how many are accepted at once after a pause (the burst).
 *
 * @param bodyBytes the maximum size of a request's body, in bytes. A larger body is answered with 413. Default: 1 MiB
 * @param bodyBytesInAll the maximum memory for the bodies of all requests together, in bytes. A body counts as it
 *     arrives, not as it is announced, until its request has been answered; so do the values in it, as the objects they
 *     become, in addition to their characters. If no memory is left, a request is answered with 503, or with 413 if its
 *     values could never fit. An address is given more only while it has less than what is left, so that one address
 *     that wants everything leaves half of it to others. While a body arrives it can need twice its size, or three
 *     times if its length was not announced, so make this many times {@code bodyBytes}. Default: 64 MiB
 * @param jsonDepth the maximum nesting of arrays and objects in a body. A deeper one is answered with 400. Default: 64
 * @param urlBytes the maximum length of a path with its query, in bytes. A longer one is answered with 414. Default: 8
 *     KiB
 * @param headerBytes the maximum size of all headers of a request, in bytes. Larger headers are answered with 431.
 *     Default: 32 KiB
 * @param headers the maximum number of headers of a request. More are answered with 431. Default: 100
 * @param requestTime the maximum time for a request's headers to arrive, and again for its body. A slower request is
 *     answered with 408, or its connection is closed. Default: 15 s
 * @param idleTime the time without a request after which a connection is closed. Default: 60 s
 * @param stallTime the time after which a stream is closed if the browser accepts no data. Default: 30 s
 * @param connections the maximum number of open connections. Another one is answered with 503. Default: 20,000
 * @param connectionsPerAddress the maximum number of open connections from one address. Another one is answered with
 *     429. Default: 1,000
 * @param streamsPerSession the maximum number of open streams of one session. Another one is answered with 429.
 *     Default: 100
 * @param streamsPerAddress the maximum number of open streams from one address, over all of its sessions. Another one
 *     is answered with 429. Default: 2,000
 * @param streamOpeningsPerSecond how many streams one session can open per second over time. Another one is answered
 *     with 429. Default: 10
 * @param streamOpeningBurst how many streams one session can open at once after a pause. Default: 200
 * @param streamOpeningsPerAddress how many streams one address can open per second over time, over all of its sessions.
 *     The burst is in the same proportion as {@code streamOpeningBurst} to {@code streamOpeningsPerSecond}. Another one
 *     is answered with 429. Default: 200
 * @param actionsPerSecond how many actions one session can run per second over time. Another one is answered with 429.
 *     Default: 50
 * @param actionBurst how many actions one session can run at once after a pause. Default: 100
 * @param actionsPerAddress how many actions one address can run per second over time, over all of its sessions. The
 *     burst is in the same proportion as {@code actionBurst} to {@code actionsPerSecond}. Another one is answered with
 *     429. Default: 1,000
 * @param sessions the maximum number of sessions whose values are kept. If there are more, the least recently used ones
 *     lose their values. Default: 100,000
 * @param sessionTime the time without use after which a session ends. Default: 14 days
 */
public record Limits(
        int bodyBytes,
        int bodyBytesInAll,
        int jsonDepth,
        int urlBytes,
        int headerBytes,
        int headers,
        Duration requestTime,
        Duration idleTime,
        Duration stallTime,
        int connections,
        int connectionsPerAddress,
        int streamsPerSession,
        int streamsPerAddress,
        int streamOpeningsPerSecond,
        int streamOpeningBurst,
        int streamOpeningsPerAddress,
        int actionsPerSecond,
        int actionBurst,
        int actionsPerAddress,
        int sessions,
        Duration sessionTime) {

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is out of range; the message says which one, and what is allowed
     */
    public Limits {
        positive("bodyBytes", bodyBytes);
        positive("bodyBytesInAll", bodyBytesInAll);
        positive("jsonDepth", jsonDepth);
        positive("urlBytes", urlBytes);
        positive("headerBytes", headerBytes);
        positive("headers", headers);
        positive("requestTime", requestTime);
        positive("idleTime", idleTime);
        positive("stallTime", stallTime);
        positive("connections", connections);
        positive("connectionsPerAddress", connectionsPerAddress);
        positive("streamsPerSession", streamsPerSession);
        positive("streamsPerAddress", streamsPerAddress);
        positive("streamOpeningsPerSecond", streamOpeningsPerSecond);
        positive("streamOpeningBurst", streamOpeningBurst);
        positive("streamOpeningsPerAddress", streamOpeningsPerAddress);
        positive("actionsPerSecond", actionsPerSecond);
        positive("actionBurst", actionBurst);
        positive("actionsPerAddress", actionsPerAddress);
        positive("sessions", sessions);
        positive("sessionTime", sessionTime);
    }

    /** Returns the defaults that the components say. */
    public static Limits defaults() {
        return new Draft().done();
    }

    /** Returns these limits with another {@link #bodyBytes()}. */
    public Limits withBodyBytes(int bodyBytes) {
        return with(draft -> draft.bodyBytes = bodyBytes);
    }

    /** Returns these limits with another {@link #bodyBytesInAll()}. */
    public Limits withBodyBytesInAll(int bodyBytesInAll) {
        return with(draft -> draft.bodyBytesInAll = bodyBytesInAll);
    }

    /** Returns these limits with another {@link #jsonDepth()}. */
    public Limits withJsonDepth(int jsonDepth) {
        return with(draft -> draft.jsonDepth = jsonDepth);
    }

    /** Returns these limits with another {@link #urlBytes()}. */
    public Limits withUrlBytes(int urlBytes) {
        return with(draft -> draft.urlBytes = urlBytes);
    }

    /** Returns these limits with another {@link #headerBytes()}. */
    public Limits withHeaderBytes(int headerBytes) {
        return with(draft -> draft.headerBytes = headerBytes);
    }

    /** Returns these limits with another {@link #headers()}. */
    public Limits withHeaders(int headers) {
        return with(draft -> draft.headers = headers);
    }

    /** Returns these limits with another {@link #requestTime()}. */
    public Limits withRequestTime(Duration requestTime) {
        return with(draft -> draft.requestTime = requestTime);
    }

    /** Returns these limits with another {@link #idleTime()}. */
    public Limits withIdleTime(Duration idleTime) {
        return with(draft -> draft.idleTime = idleTime);
    }

    /** Returns these limits with another {@link #stallTime()}. */
    public Limits withStallTime(Duration stallTime) {
        return with(draft -> draft.stallTime = stallTime);
    }

    /** Returns these limits with another {@link #connections()}. */
    public Limits withConnections(int connections) {
        return with(draft -> draft.connections = connections);
    }

    /** Returns these limits with another {@link #connectionsPerAddress()}. */
    public Limits withConnectionsPerAddress(int connectionsPerAddress) {
        return with(draft -> draft.connectionsPerAddress = connectionsPerAddress);
    }

    /** Returns these limits with another {@link #streamsPerSession()}. */
    public Limits withStreamsPerSession(int streamsPerSession) {
        return with(draft -> draft.streamsPerSession = streamsPerSession);
    }

    /** Returns these limits with another {@link #streamsPerAddress()}. */
    public Limits withStreamsPerAddress(int streamsPerAddress) {
        return with(draft -> draft.streamsPerAddress = streamsPerAddress);
    }

    /** Returns these limits with another {@link #streamOpeningsPerSecond()}. */
    public Limits withStreamOpeningsPerSecond(int streamOpeningsPerSecond) {
        return with(draft -> draft.streamOpeningsPerSecond = streamOpeningsPerSecond);
    }

    /** Returns these limits with another {@link #streamOpeningBurst()}. */
    public Limits withStreamOpeningBurst(int streamOpeningBurst) {
        return with(draft -> draft.streamOpeningBurst = streamOpeningBurst);
    }

    /** Returns these limits with another {@link #streamOpeningsPerAddress()}. */
    public Limits withStreamOpeningsPerAddress(int streamOpeningsPerAddress) {
        return with(draft -> draft.streamOpeningsPerAddress = streamOpeningsPerAddress);
    }

    /** Returns these limits with another {@link #actionsPerSecond()}. */
    public Limits withActionsPerSecond(int actionsPerSecond) {
        return with(draft -> draft.actionsPerSecond = actionsPerSecond);
    }

    /** Returns these limits with another {@link #actionBurst()}. */
    public Limits withActionBurst(int actionBurst) {
        return with(draft -> draft.actionBurst = actionBurst);
    }

    /** Returns these limits with another {@link #actionsPerAddress()}. */
    public Limits withActionsPerAddress(int actionsPerAddress) {
        return with(draft -> draft.actionsPerAddress = actionsPerAddress);
    }

    /** Returns these limits with another {@link #sessions()}. */
    public Limits withSessions(int sessions) {
        return with(draft -> draft.sessions = sessions);
    }

    /** Returns these limits with another {@link #sessionTime()}. */
    public Limits withSessionTime(Duration sessionTime) {
        return with(draft -> draft.sessionTime = sessionTime);
    }

    private Limits with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The limit " + name + " must be at least 1, not " + value + ".");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException("The limit " + name + " must be at least 1 ms, not " + value + ".");
        }
    }

    /** Limits that are being changed, starting from the defaults. */
    private static final class Draft {
        private int bodyBytes = 1 << 20;
        private int bodyBytesInAll = 64 << 20;
        private int jsonDepth = 64;
        private int urlBytes = 8 << 10;
        private int headerBytes = 32 << 10;
        private int headers = 100;
        private Duration requestTime = Duration.ofSeconds(15);
        private Duration idleTime = Duration.ofSeconds(60);
        private Duration stallTime = Duration.ofSeconds(30);
        private int connections = 20_000;
        private int connectionsPerAddress = 1_000;
        private int streamsPerSession = 100;
        private int streamsPerAddress = 2_000;
        private int streamOpeningsPerSecond = 10;
        private int streamOpeningBurst = 200;
        private int streamOpeningsPerAddress = 200;
        private int actionsPerSecond = 50;
        private int actionBurst = 100;
        private int actionsPerAddress = 1_000;
        private int sessions = 100_000;
        private Duration sessionTime = Duration.ofDays(14);

        Draft() {}

        Draft(Limits limits) {
            bodyBytes = limits.bodyBytes;
            bodyBytesInAll = limits.bodyBytesInAll;
            jsonDepth = limits.jsonDepth;
            urlBytes = limits.urlBytes;
            headerBytes = limits.headerBytes;
            headers = limits.headers;
            requestTime = limits.requestTime;
            idleTime = limits.idleTime;
            stallTime = limits.stallTime;
            connections = limits.connections;
            connectionsPerAddress = limits.connectionsPerAddress;
            streamsPerSession = limits.streamsPerSession;
            streamsPerAddress = limits.streamsPerAddress;
            streamOpeningsPerSecond = limits.streamOpeningsPerSecond;
            streamOpeningBurst = limits.streamOpeningBurst;
            streamOpeningsPerAddress = limits.streamOpeningsPerAddress;
            actionsPerSecond = limits.actionsPerSecond;
            actionBurst = limits.actionBurst;
            actionsPerAddress = limits.actionsPerAddress;
            sessions = limits.sessions;
            sessionTime = limits.sessionTime;
        }

        Limits done() {
            return new Limits(
                    bodyBytes,
                    bodyBytesInAll,
                    jsonDepth,
                    urlBytes,
                    headerBytes,
                    headers,
                    requestTime,
                    idleTime,
                    stallTime,
                    connections,
                    connectionsPerAddress,
                    streamsPerSession,
                    streamsPerAddress,
                    streamOpeningsPerSecond,
                    streamOpeningBurst,
                    streamOpeningsPerAddress,
                    actionsPerSecond,
                    actionBurst,
                    actionsPerAddress,
                    sessions,
                    sessionTime);
        }
    }
}
