package dev.lodestar;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of a server. Immutable. Start from {@link #defaults()} and change one setting at a time:
 *
 * <pre>{@code
 * Config config = Config.defaults().withPort(9000).withHeartbeat(Duration.ofSeconds(5));
 * Server server = Main.start(config);
 * }</pre>
 *
 * @param host the network interface to listen on, as a name or an address: {@code 0.0.0.0} for all interfaces. Default:
 *     {@code 127.0.0.1}
 * @param port the TCP port, from 0 to 65535; 0 picks a free port. Default: 8080
 * @param development whether this server is for development. What goes wrong is then shown in the browser, with its
 *     cause. Default: false
 * @param allowedHosts the host names by which browsers can call the server, without a port, such as
 *     {@code shop.example}; {@code *} allows any name. The names of the loopback interface are always allowed, and in
 *     development any IP address is too. A request for another host is answered with 421, so that no page of another
 *     site can reach the server through a name of its own (DNS rebinding). Default: empty, which is enough for
 *     development and for a server on the loopback interface
 * @param tls the certificate with which to serve {@code https}, with HTTP/2 for clients that support it. Default:
 *     empty, to serve {@code http}
 * @param proxies the addresses of the proxies in front of the server, such as {@code 10.0.0.7} or {@code 10.0.0.0/8}.
 *     Only these are believed when they describe a request in {@code Forwarded} or in {@code X-Forwarded-For},
 *     {@code -Proto} and {@code -Host}. Default: empty
 * @param frameInterval the minimum time between two renderings of the same view for the same people, 0 or more.
 *     Default: 16 ms
 * @param heartbeat the time without any frame after which a stream is sent a heartbeat, at least 1 ms. Default: 15 s
 * @param shutdownGrace how long a closing server waits for running actions and for {@link Disconnected} methods, 0 or
 *     more. A store can use the rest of the time to compact its file. Default: 4 s
 * @param drain how long a server that is told to stop keeps serving as before, while {@code /healthz} already answers
 *     with 503, 0 or more: the time that a load balancer needs to notice. Default: 0
 * @param metrics whether {@code /metrics} shows the server's metrics, in the Prometheus text format, to everybody who
 *     can reach the server. Default: false
 * @param accessLog whether every completed request is logged, at level INFO, by the logger {@code dev.lodestar.access}.
 *     Default: false
 * @param limits how much the server accepts of everything. Default: {@link Limits#defaults()}
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
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a setting is out of range; the message says which one, and what is allowed
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
                    "An allowed host is a name or an address without a scheme or port, such as shop.example, or * for"
                            + " any,"
                            + " not \"" + name + "\".");
        }
        proxies = Set.copyOf(proxies);
        require(!frameInterval.isNegative(), "The frame interval must not be negative.");
        require(heartbeat.toMillis() > 0, "The heartbeat must be at least 1 ms.");
        require(!shutdownGrace.isNegative(), "The shutdown grace must not be negative.");
        require(!drain.isNegative(), "The drain time must not be negative.");
    }

    /** Returns the defaults: port 8080 of the loopback interface, and what the components say. */
    public static Config defaults() {
        return new Draft().done();
    }

    /** Returns these settings with another {@link #host()}. */
    public Config withHost(String host) {
        return with(draft -> draft.host = host);
    }

    /** Returns these settings with another {@link #port()}. */
    public Config withPort(int port) {
        return with(draft -> draft.port = port);
    }

    /** Returns these settings with another {@link #development()}. */
    public Config withDevelopment(boolean development) {
        return with(draft -> draft.development = development);
    }

    /** Returns these settings with other {@link #allowedHosts()}. */
    public Config withAllowedHosts(Set<String> allowedHosts) {
        return with(draft -> draft.allowedHosts = allowedHosts);
    }

    /** Returns these settings with another {@link #tls()}. */
    public Config withTls(Tls tls) {
        return with(draft -> draft.tls = Optional.of(tls));
    }

    /** Returns these settings with other {@link #proxies()}. */
    public Config withProxies(Set<String> proxies) {
        return with(draft -> draft.proxies = proxies);
    }

    /** Returns these settings with another {@link #frameInterval()}. */
    public Config withFrameInterval(Duration frameInterval) {
        return with(draft -> draft.frameInterval = frameInterval);
    }

    /** Returns these settings with another {@link #heartbeat()}. */
    public Config withHeartbeat(Duration heartbeat) {
        return with(draft -> draft.heartbeat = heartbeat);
    }

    /** Returns these settings with another {@link #shutdownGrace()}. */
    public Config withShutdownGrace(Duration shutdownGrace) {
        return with(draft -> draft.shutdownGrace = shutdownGrace);
    }

    /** Returns these settings with another {@link #drain()}. */
    public Config withDrain(Duration drain) {
        return with(draft -> draft.drain = drain);
    }

    /** Returns these settings with another {@link #metrics()}. */
    public Config withMetrics(boolean metrics) {
        return with(draft -> draft.metrics = metrics);
    }

    /** Returns these settings with another {@link #accessLog()}. */
    public Config withAccessLog(boolean accessLog) {
        return with(draft -> draft.accessLog = accessLog);
    }

    /** Returns these settings with other {@link #limits()}. */
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

    /** Settings that are being changed, starting from the defaults. */
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
