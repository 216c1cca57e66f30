package dev.lodestar.bench.stream.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What is done to the server. */
enum Abuse {
    SLOW_LORIS("1,000 connections that send a byte of a header a second", 1_000, 1_000, "GET / HTTP/1.1\r\nX: ", "x"),
    HALF_OPEN(
            "1,000 connections with half a request and then nothing", 1_000, 1_000, "POST / HTTP/1.1\r\nHost: lo", ""),
    MANY(
            "10,000 connections from ten addresses",
            10_000,
            1_000,
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            ""),
    FLOOD(
            "10,000 connections from one address",
            10_000,
            10_000,
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            ""),
    GIANT_HEADERS(
            "a header of 1 MB, 20 times a second",
            0,
            0,
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(1 << 20) + "\r\n\r\n",
            ""),
    DEEP_JSON("1 MB of brackets as the signals, 20 times a second", 0, 0, post("", "[".repeat((1 << 20) - 1)), ""),
    BOMB("a gzip bomb of 1 GB, 20 times a second", 0, 0, post("Content-Encoding: gzip\r\n", bomb()), ""),
    PING_FLOOD(Http2Bytes.opening(), "PING", Http2Bytes.flood(Http2Bytes.PING, 0, "12345678")),
    SETTINGS_FLOOD(Http2Bytes.opening(), "SETTINGS", Http2Bytes.flood(Http2Bytes.SETTINGS, 0, "")),
    PRIORITY_FLOOD(Http2Bytes.opening(), "PRIORITY", Http2Bytes.flood(Http2Bytes.PRIORITY, 1, "\0\0\0\0\17")),
    WINDOW_UPDATE_FLOOD(
            Http2Bytes.opening(), "WINDOW_UPDATE", Http2Bytes.flood(Http2Bytes.WINDOW_UPDATE, 0, "\0\0\0\1")),
    EMPTY_DATA_FLOOD(Http2Bytes.openingWithRequest(), "empty DATA", Http2Bytes.flood(Http2Bytes.DATA, 1, "")),
    SMALL_DATA_FLOOD(
            Http2Bytes.openingWithRequest(),
            "DATA with a byte in each of the",
            Http2Bytes.flood(Http2Bytes.DATA, 1, " ")),
    EMPTY_HEADERS_FLOOD(Http2Bytes.opening(), "empty HEADERS", Http2Bytes.emptyRequests()),
    CONTINUATION_FLOOD(
            Http2Bytes.opening() + Http2Bytes.frame(Http2Bytes.HEADERS, 0, 1, ""),
            "empty CONTINUATION",
            Http2Bytes.flood(Http2Bytes.CONTINUATION, 1, "")),
    UNKNOWN_FLOOD(Http2Bytes.opening(), "unknown", Http2Bytes.flood(Http2Bytes.UNKNOWN, 0, "")),
    SLOW_HEAD(
            "100 connections of HTTP/2 that send an empty CONTINUATION frame a second",
            100,
            100,
            Http2Bytes.opening() + Http2Bytes.frame(Http2Bytes.HEADERS, 0, 1, ""),
            Http2Bytes.frame(Http2Bytes.CONTINUATION, 0, 1, ""),
            true);

    private final String words;
    private final int connections;
    private final int perAddress;
    private final String request;
    private final String drop;
    private final boolean secure;

    Abuse(String words, int connections, int perAddress, String request, String drop) {
        this(words, connections, perAddress, request, drop, false);
    }

    /** A flood of frames. */
    Abuse(String opening, String type, String frames) {
        this("2 connections of HTTP/2 with " + type + " frames without end", 2, 2, opening, frames, true);
    }

    Abuse(String words, int connections, int perAddress, String request, String drop, boolean secure) {
        this.words = words;
        this.connections = connections;
        this.perAddress = perAddress;
        this.request = request;
        this.drop = drop;
        this.secure = secure;
    }

    String words() {
        return words;
    }

    /** The number of connections held open; 0 if each request opens a new one. */
    int connections() {
        return connections;
    }

    int perAddress() {
        return perAddress;
    }

    /** What is sent first. */
    byte[] request() {
        return request.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What is sent every second afterwards. */
    byte[] drop() {
        return drop.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether it uses TLS and HTTP/2. */
    boolean isSecure() {
        return secure;
    }

    /** The pause of a connection before it sends its drop again, in milliseconds. */
    long pauseMillis() {
        return secure && this != SLOW_HEAD ? 0 : 1_000;
    }

    private static String post(String headers, String body) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n" + headers
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 1_000; i++) {
                gzip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
