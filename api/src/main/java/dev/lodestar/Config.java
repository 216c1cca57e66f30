package dev.lodestar;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a server is to run. Made by {@link #defaults()} and the methods that change one value; immutable.
 *
 * @param host the interface to listen on; {@code 127.0.0.1} unless told otherwise, {@code 0.0.0.0} for all
 * @param port the TCP port, 0 to 65535; 0 takes a free one
 * @param development whether somebody works on the application: what goes wrong is then shown in the browser with its
 *     cause. Not unless told otherwise
 * @param allowedHosts the names by which browsers may call the server, without a port, such as {@code shop.example}; the
 *     names of loopback are always among them, in development any address too, and {@code *} stands for any. A request for another one is answered with 421:
 *     so no page of another site can come in under a name of its own (DNS rebinding). None unless told otherwise, which is
 *     enough for a server on loopback or in development
 * @param tls what makes the server serve {@code https}, with HTTP/2 for whoever speaks it; without it, it serves
 *     {@code http}. None unless told otherwise
 * @param proxies the addresses of the proxies in front of the server, such as {@code 10.0.0.7} or {@code 10.0.0.0/8}: what they
 *     say in {@code Forwarded} or {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} about a request is believed, and
 *     nobody else's word is. None unless told otherwise
 * @param frameInterval the least time between two frames of one feed, 0 or more; 16 ms unless told otherwise
 * @param heartbeat the time after which a silent stream is sent a heartbeat; 15 s unless told otherwise
 * @param shutdownGrace the time that running actions, and {@link Disconnected} methods, are given to finish when the
 *     server closes; a store may use what is left of it to compact its file. 4 s unless told otherwise
 * @param drain how long a server that is told to end goes on as before, but for {@code /healthz}, which says 503 then: the
 *     time that whatever spreads clients over several servers needs to notice; 0 unless told otherwise
 * @param metrics whether {@code /metrics} shows what the server measures, in the text format of Prometheus, to whoever can
 *     reach the server; not unless told otherwise
 * @param accessLog whether the logger {@code dev.lodestar.access} has a line for each request that is over, at level INFO; not
 *     unless told otherwise
 * @param limits how much of everything it bears
 */
public record Config(
        String host,
        int port,
        boolean development,
        Set<String> allowedHosts,
        Optional<Tls> tls,
        Set<String> proxies,
        Duration frameInterval,
        Duration heartbeat,
        Duration shutdownGrace,
        Duration drain,
        boolean metrics,
        boolean accessLog,
        Limits limits) {
    private static final Pattern ALLOWED_HOST = Pattern.compile("\\*|[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+]");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is out of its range; the message says which and what would do
     */
    public Config {
        require(!host.isBlank(), "The host must be a name or an address, such as 127.0.0.1 or 0.0.0.0.");
        require(port >= 0 && port <= 65_535, "The port must be from 0 to 65535, not " + port + ".");
        allowedHosts = allowedHosts.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        for (String name : allowedHosts) {
            require(
                    ALLOWED_HOST.matcher(name).matches(),
                    "An allowed host is a name or an address without scheme and port, such as shop.example, or * for any,"
                            + " not \"" + name + "\".");
        }
        proxies = Set.copyOf(proxies);
        require(!frameInterval.isNegative(), "The frame interval must not be negative.");
        require(heartbeat.toMillis() > 0, "The heartbeat must be at least 1 ms.");
        require(!shutdownGrace.isNegative(), "The shutdown grace must not be negative.");
        require(!drain.isNegative(), "The drain time must not be negative.");
    }

    /** Loopback, port 8080, and what is given at the components. */
    public static Config defaults() {
        return new Draft().done();
    }

    /** This, with another {@link #host()}. */
    public Config withHost(String host) {
        return with(draft -> draft.host = host);
    }

    /** This, with another {@link #port()}. */
    public Config withPort(int port) {
        return with(draft -> draft.port = port);
    }

    /** This, with another {@link #development()}. */
    public Config withDevelopment(boolean development) {
        return with(draft -> draft.development = development);
    }

    /** This, with other {@link #allowedHosts()}. */
    public Config withAllowedHosts(Set<String> allowedHosts) {
        return with(draft -> draft.allowedHosts = allowedHosts);
    }

    /** This, with {@link #tls()}. */
    public Config withTls(Tls tls) {
        return with(draft -> draft.tls = Optional.of(tls));
    }

    /** This, with other {@link #proxies()}. */
    public Config withProxies(Set<String> proxies) {
        return with(draft -> draft.proxies = proxies);
    }

    /** This, with another {@link #frameInterval()}. */
    public Config withFrameInterval(Duration frameInterval) {
        return with(draft -> draft.frameInterval = frameInterval);
    }

    /** This, with another {@link #heartbeat()}. */
    public Config withHeartbeat(Duration heartbeat) {
        return with(draft -> draft.heartbeat = heartbeat);
    }

    /** This, with another {@link #shutdownGrace()}. */
    public Config withShutdownGrace(Duration shutdownGrace) {
        return with(draft -> draft.shutdownGrace = shutdownGrace);
    }

    /** This, with another {@link #drain()}. */
    public Config withDrain(Duration drain) {
        return with(draft -> draft.drain = drain);
    }

    /** This, with another {@link #metrics()}. */
    public Config withMetrics(boolean metrics) {
        return with(draft -> draft.metrics = metrics);
    }

    /** This, with another {@link #accessLog()}. */
    public Config withAccessLog(boolean accessLog) {
        return with(draft -> draft.accessLog = accessLog);
    }

    /** This, with other {@link #limits()}. */
    public Config withLimits(Limits limits) {
        return with(draft -> draft.limits = limits);
    }

    private Config with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** A configuration that is being changed, from the defaults on. */
    private static final class Draft {
        private String host = "127.0.0.1";
        private int port = 8080;
        private boolean development;
        private Set<String> allowedHosts = Set.of();
        private Optional<Tls> tls = Optional.empty();
        private Set<String> proxies = Set.of();
        private Duration frameInterval = Duration.ofMillis(16);
        private Duration heartbeat = Duration.ofSeconds(15);
        private Duration shutdownGrace = Duration.ofSeconds(4);
        private Duration drain = Duration.ZERO;
        private boolean metrics;
        private boolean accessLog;
        private Limits limits = Limits.defaults();

        Draft() {}

        Draft(Config config) {
            host = config.host;
            port = config.port;
            development = config.development;
            allowedHosts = config.allowedHosts;
            tls = config.tls;
            proxies = config.proxies;
            frameInterval = config.frameInterval;
            heartbeat = config.heartbeat;
            shutdownGrace = config.shutdownGrace;
            drain = config.drain;
            metrics = config.metrics;
            accessLog = config.accessLog;
            limits = config.limits;
        }

        Config done() {
            return new Config(
                    host,
                    port,
                    development,
                    allowedHosts,
                    tls,
                    proxies,
                    frameInterval,
                    heartbeat,
                    shutdownGrace,
                    drain,
                    metrics,
                    accessLog,
                    limits);
        }
    }
}
