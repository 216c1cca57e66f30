package dev.lodestar;

import java.time.Duration;

/**
 * How a server is to run. Made by {@link #defaults()} and the methods that change one value; immutable.
 *
 * @param host the interface to listen on; {@code 127.0.0.1} unless told otherwise, {@code 0.0.0.0} for all
 * @param port the TCP port, 0 to 65535; 0 takes a free one
 * @param maxBodyBytes the largest request body, in bytes; 1 MiB unless told otherwise. A larger one is answered with 413
 * @param frameInterval the least time between two frames of one feed, 0 or more; 16 ms unless told otherwise
 * @param heartbeat the time after which a silent stream is sent a heartbeat; 15 s unless told otherwise
 * @param stallLimit the time after which a stream whose browser takes nothing is closed; 30 s unless told otherwise
 * @param shutdownGrace the time that running actions, and {@link Disconnected} methods, are given to finish when the
 *     server closes; 4 s unless told otherwise
 * @param metrics whether {@code /metrics} shows what the server measures, in the text format of Prometheus, to whoever can
 *     reach the server; not unless told otherwise
 */
public record Config(
        String host,
        int port,
        int maxBodyBytes,
        Duration frameInterval,
        Duration heartbeat,
        Duration stallLimit,
        Duration shutdownGrace,
        boolean metrics) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is out of its range; the message says which and what would do
     */
    public Config {
        require(!host.isBlank(), "The host must be a name or an address, such as 127.0.0.1 or 0.0.0.0.");
        require(port >= 0 && port <= 65_535, "The port must be from 0 to 65535, not " + port + ".");
        require(maxBodyBytes > 0, "The largest body must be at least one byte, not " + maxBodyBytes + ".");
        require(!frameInterval.isNegative(), "The frame interval must not be negative.");
        require(heartbeat.toMillis() > 0, "The heartbeat must be at least 1 ms.");
        require(stallLimit.toMillis() > 0, "The stall limit must be at least 1 ms.");
        require(!shutdownGrace.isNegative(), "The shutdown grace must not be negative.");
    }

    /** Loopback, port 8080, and the limits given at the components. */
    public static Config defaults() {
        return new Config(
                "127.0.0.1",
                8080,
                1 << 20,
                Duration.ofMillis(16),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofSeconds(4),
                false);
    }

    /** This, with another {@link #host()}. */
    public Config withHost(String host) {
        return new Config(host, port, maxBodyBytes, frameInterval, heartbeat, stallLimit, shutdownGrace, metrics);
    }

    /** This, with another {@link #port()}. */
    public Config withPort(int port) {
        return new Config(host, port, maxBodyBytes, frameInterval, heartbeat, stallLimit, shutdownGrace, metrics);
    }

    /** This, with another {@link #maxBodyBytes()}. */
    public Config withMaxBodyBytes(int maxBodyBytes) {
        return new Config(host, port, maxBodyBytes, frameInterval, heartbeat, stallLimit, shutdownGrace, metrics);
    }

    /** This, with another {@link #frameInterval()}. */
    public Config withFrameInterval(Duration frameInterval) {
        return new Config(host, port, maxBodyBytes, frameInterval, heartbeat, stallLimit, shutdownGrace, metrics);
    }

    /** This, with another {@link #heartbeat()}. */
    public Config withHeartbeat(Duration heartbeat) {
        return new Config(host, port, maxBodyBytes, frameInterval, heartbeat, stallLimit, shutdownGrace, metrics);
    }

    /** This, with another {@link #stallLimit()}. */
    public Config withStallLimit(Duration stallLimit) {
        return new Config(host, port, maxBodyBytes, frameInterval, heartbeat, stallLimit, shutdownGrace, metrics);
    }

    /** This, with another {@link #shutdownGrace()}. */
    public Config withShutdownGrace(Duration shutdownGrace) {
        return new Config(host, port, maxBodyBytes, frameInterval, heartbeat, stallLimit, shutdownGrace, metrics);
    }

    /** This, with another {@link #metrics()}. */
    public Config withMetrics(boolean metrics) {
        return new Config(host, port, maxBodyBytes, frameInterval, heartbeat, stallLimit, shutdownGrace, metrics);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
