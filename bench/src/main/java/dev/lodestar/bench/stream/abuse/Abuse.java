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
    BOMB("a gzip bomb of 1 GB, 20 times a second", 0, 0, post("Content-Encoding: gzip\r\n", bomb()), "");

    private final String words;
    private final int connections;
    private final int perAddress;
    private final String request;
    private final String drop;

    Abuse(String words, int connections, int perAddress, String request, String drop) {
        this.words = words;
        this.connections = connections;
        this.perAddress = perAddress;
        this.request = request;
        this.drop = drop;
    }

    String words() {
        return words;
    }

    /** How many connections are held open; 0 if each request has one of its own, and many are made. */
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

    /** What is sent every second from then on. */
    byte[] drop() {
        return drop.getBytes(StandardCharsets.ISO_8859_1);
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
