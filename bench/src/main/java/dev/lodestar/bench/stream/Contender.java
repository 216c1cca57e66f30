package dev.lodestar.bench.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A server to measure.
 *
 * @param server its name, such as {@code nio}
 * @param gzip whether its streams are compressed
 */
record Contender(String server, boolean gzip) {
    private static final String COMPRESSED = "-gzip";

    /** Lodestar's answer to HTTP/1.0: not chunked, and the stream ends with the connection. */
    private static final String CLOSED = "lodestar-closed";

    private static final List<String> SERVERS = List.of("lodestar", CLOSED, "nio", "undertow", "javalin");

    /** Parses a name, such as {@code nio-gzip}. */
    static Contender named(String name) {
        boolean gzip = name.endsWith(COMPRESSED);
        String server = gzip ? name.substring(0, name.length() - COMPRESSED.length()) : name;
        if (!SERVERS.contains(server)) {
            throw new IllegalArgumentException(
                    "Unknown server " + name + ". The servers are " + SERVERS + ", each also with " + COMPRESSED + ".");
        }
        return new Contender(server, gzip);
    }

    /** Whether it is Lodestar, and not a peer. */
    boolean isLodestar() {
        return server.startsWith("lodestar");
    }

    /** The request that opens a stream. */
    byte[] request() {
        String encoding = gzip ? "Accept-Encoding: gzip\r\n" : "";
        String version = server.equals(CLOSED) ? "1.0" : "1.1";
        String head = " / HTTP/" + version + "\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n" + encoding;
        String request = isLodestar()
                ? "POST" + head + "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\n\r\n{}"
                : "GET" + head + "\r\n";
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return gzip ? server + COMPRESSED : server;
    }
}
