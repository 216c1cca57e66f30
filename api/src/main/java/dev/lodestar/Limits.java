package dev.lodestar;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How much of everything a server bears. Made by {@link #defaults()} and the methods that change one value; immutable.
 *
 * @param bodyBytes the largest body of a request, in bytes, 1 or more; 1 MiB unless told otherwise. A larger one is
 *     answered with 413
 * @param bodyBytesInAll the memory that the bodies of all requests may take at a time, in bytes, 1 or more; 64 MiB unless told
 *     otherwise. A body counts as it arrives, not as it is announced, until what it was sent to has answered; so do the
 *     values in it, with what they take as objects, beside the characters in them. One for which nothing is left is
 *     answered with 503, and one with more values than there could ever be memory for with 413. An address gets more as
 *     long as it has less than what is left, so that one that wants all leaves half of it to others. While a body
 *     arrives it may need twice its size, and three times if its length was not announced, so that this should be many
 *     times {@code bodyBytes}
 * @param jsonDepth how deep arrays and objects in a body may be nested, 1 or more; 64 unless told otherwise. A deeper one
 *     is answered with 400
 * @param urlBytes the longest path with its query, in bytes, 1 or more; 8 KiB unless told otherwise. A longer one is
 *     answered with 414
 * @param headerBytes the bytes of all headers of a request, 1 or more; 32 KiB unless told otherwise. More are answered
 *     with 431
 * @param headers the number of headers of a request, 1 or more; 100 unless told otherwise. More are answered with 431
 * @param requestTime the time in which a request has to arrive: its headers, and again its body; 15 s unless told
 *     otherwise. A slower one is answered with 408 or its connection is closed
 * @param idleTime the time after which a connection is closed on which no request comes; 60 s unless told otherwise
 * @param stallTime the time after which a stream whose browser takes nothing is closed; 30 s unless told otherwise
 * @param connections the number of open connections, 1 or more; 20,000 unless told otherwise. A further one is answered
 *     with 503
 * @param connectionsPerAddress the number of open connections from one address, 1 or more; 1,000 unless told otherwise.
 *     A further one is answered with 429
 * @param streamsPerSession the number of open streams of one session, 1 or more; 100 unless told otherwise. A further
 *     one is answered with 429
 * @param streamsPerAddress the number of open streams of one address in all its sessions, 1 or more; 2,000 unless told
 *     otherwise. A further one is answered with 429
 * @param streamOpeningsPerSecond how many streams one session may open in a second in the long run, 1 or more; 10
 *     unless told otherwise. A further one is answered with 429
 * @param streamOpeningBurst how many streams one session may open at once after a pause, 1 or more; 200 unless told
 *     otherwise
 * @param streamOpeningsPerAddress how many streams one address may open in a second in the long run, in all its
 *     sessions, 1 or more; 200 unless told otherwise. After a pause more may come at once, in the proportion of
 *     {@code streamOpeningBurst} to {@code streamOpeningsPerSecond}. A further one is answered with 429
 * @param actionsPerSecond how many actions of one session run in a second in the long run, 1 or more; 50 unless told
 *     otherwise. A further one is answered with 429
 * @param actionBurst how many actions of one session may come at once after a pause, 1 or more; 100 unless told otherwise
 * @param actionsPerAddress how many actions of one address in all its sessions run in a second in the long run, 1 or more;
 *     1,000 unless told otherwise. After a pause more may come at once, in the proportion of {@code actionBurst} to
 *     {@code actionsPerSecond}. A further one is answered with 429
 * @param sessions the number of sessions whose values are kept, 1 or more; 100,000 unless told otherwise. When there are
 *     more, those go that were not used for longest
 * @param sessionTime the time after which a session ends that is not used; 14 days unless told otherwise
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
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is out of its range; the message says which and what would do
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

    /** The limits given at the components. */
    public static Limits defaults() {
        return new Draft().done();
    }

    /** These, with another {@link #bodyBytes()}. */
    public Limits withBodyBytes(int bodyBytes) {
        return with(draft -> draft.bodyBytes = bodyBytes);
    }

    /** These, with another {@link #bodyBytesInAll()}. */
    public Limits withBodyBytesInAll(int bodyBytesInAll) {
        return with(draft -> draft.bodyBytesInAll = bodyBytesInAll);
    }

    /** These, with another {@link #jsonDepth()}. */
    public Limits withJsonDepth(int jsonDepth) {
        return with(draft -> draft.jsonDepth = jsonDepth);
    }

    /** These, with another {@link #urlBytes()}. */
    public Limits withUrlBytes(int urlBytes) {
        return with(draft -> draft.urlBytes = urlBytes);
    }

    /** These, with another {@link #headerBytes()}. */
    public Limits withHeaderBytes(int headerBytes) {
        return with(draft -> draft.headerBytes = headerBytes);
    }

    /** These, with another {@link #headers()}. */
    public Limits withHeaders(int headers) {
        return with(draft -> draft.headers = headers);
    }

    /** These, with another {@link #requestTime()}. */
    public Limits withRequestTime(Duration requestTime) {
        return with(draft -> draft.requestTime = requestTime);
    }

    /** These, with another {@link #idleTime()}. */
    public Limits withIdleTime(Duration idleTime) {
        return with(draft -> draft.idleTime = idleTime);
    }

    /** These, with another {@link #stallTime()}. */
    public Limits withStallTime(Duration stallTime) {
        return with(draft -> draft.stallTime = stallTime);
    }

    /** These, with another {@link #connections()}. */
    public Limits withConnections(int connections) {
        return with(draft -> draft.connections = connections);
    }

    /** These, with another {@link #connectionsPerAddress()}. */
    public Limits withConnectionsPerAddress(int connectionsPerAddress) {
        return with(draft -> draft.connectionsPerAddress = connectionsPerAddress);
    }

    /** These, with another {@link #streamsPerSession()}. */
    public Limits withStreamsPerSession(int streamsPerSession) {
        return with(draft -> draft.streamsPerSession = streamsPerSession);
    }

    /** These, with another {@link #streamsPerAddress()}. */
    public Limits withStreamsPerAddress(int streamsPerAddress) {
        return with(draft -> draft.streamsPerAddress = streamsPerAddress);
    }

    /** These, with another {@link #streamOpeningsPerSecond()}. */
    public Limits withStreamOpeningsPerSecond(int streamOpeningsPerSecond) {
        return with(draft -> draft.streamOpeningsPerSecond = streamOpeningsPerSecond);
    }

    /** These, with another {@link #streamOpeningBurst()}. */
    public Limits withStreamOpeningBurst(int streamOpeningBurst) {
        return with(draft -> draft.streamOpeningBurst = streamOpeningBurst);
    }

    /** These, with another {@link #streamOpeningsPerAddress()}. */
    public Limits withStreamOpeningsPerAddress(int streamOpeningsPerAddress) {
        return with(draft -> draft.streamOpeningsPerAddress = streamOpeningsPerAddress);
    }

    /** These, with another {@link #actionsPerSecond()}. */
    public Limits withActionsPerSecond(int actionsPerSecond) {
        return with(draft -> draft.actionsPerSecond = actionsPerSecond);
    }

    /** These, with another {@link #actionBurst()}. */
    public Limits withActionBurst(int actionBurst) {
        return with(draft -> draft.actionBurst = actionBurst);
    }

    /** These, with another {@link #actionsPerAddress()}. */
    public Limits withActionsPerAddress(int actionsPerAddress) {
        return with(draft -> draft.actionsPerAddress = actionsPerAddress);
    }

    /** These, with another {@link #sessions()}. */
    public Limits withSessions(int sessions) {
        return with(draft -> draft.sessions = sessions);
    }

    /** These, with another {@link #sessionTime()}. */
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

    /** Limits that are being changed, from the defaults on. */
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
