package dev.lodestar.bench.stream.client;

import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the content of a body, chunked (RFC 9112, 7.1) or not, from its bytes. It walks over the bytes from a
 * position to their end, or to a given amount of content.
 */
final class Body {
    private final byte[] wire;
    private final int length;
    private final boolean chunked;
    private final byte @Nullable [] content;
    private int at;
    private int left;
    private int found;

    private Body(Position from, byte[] wire, int length, byte @Nullable [] content) {
        this.wire = wire;
        this.length = length;
        this.chunked = from.chunked();
        this.left = from.left();
        this.content = content;
    }

    /** Where the walk ended. */
    record Place(int wire, int left) {}

    /** Copies the content of a body into an array that is at least as long as the bytes. Returns its length. */
    static int content(Position from, byte[] wire, int length, byte[] content) throws IOException {
        Body body = new Body(from, wire, length, content);
        body.walk(Integer.MAX_VALUE);
        return body.found;
    }

    /** Finds where a given length of content ends. */
    static Place place(Position from, byte[] wire, int length, int contentLength) throws IOException {
        Body body = new Body(from, wire, length, null);
        body.walk(contentLength);
        return new Place(body.at, body.left);
    }

    private void walk(int limit) throws IOException {
        while (found < limit && (!chunked || left > 0 || nextChunk())) {
            int run = Math.min(limit - found, chunked ? Math.min(left, length - at) : length - at);
            if (run == 0) {
                return;
            }
            if (content != null) {
                System.arraycopy(wire, at, content, found, run);
            }
            at += run;
            found += run;
            if (chunked) {
                left -= run;
            }
        }
    }

    /** Goes to the next chunk. Returns false, and stays, if its head is not complete yet. */
    private boolean nextChunk() throws IOException {
        int digits = left == Position.NO_CHUNK ? at : at + 2;
        int end = digits;
        while (end < length && wire[end] != '\n') {
            end++;
        }
        if (end >= length) {
            return false;
        }
        if (digits > at && (wire[at] != '\r' || wire[at + 1] != '\n')) {
            throw new IOException("A chunk does not end where it should.");
        }
        left = size(digits, end);
        if (left == 0) {
            throw new EOFException("The server ended the stream.");
        }
        at = end + 1;
        return true;
    }

    private int size(int from, int end) throws IOException {
        int size = 0;
        for (int i = from; i < end - 1; i++) {
            int digit = Character.digit(wire[i], 16);
            if (digit < 0 || size > Integer.MAX_VALUE >> 4) {
                throw new IOException("A chunk has no size.");
            }
            size = size * 16 + digit;
        }
        if (end - 1 <= from || wire[end - 1] != '\r') {
            throw new IOException("A chunk has no size.");
        }
        return size;
    }
}
