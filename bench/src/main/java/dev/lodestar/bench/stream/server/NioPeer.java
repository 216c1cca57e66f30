package dev.lodestar.bench.stream.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A client of the bare server. If it has not accepted an event when the next one arrives, it gets the newest one later.
 */
abstract class NioPeer {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n%sTransfer-Encoding: chunked\r\n\r\n";

    private final SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable ByteBuffer rest;
    private @Nullable SharedEvent next;

    /** How many bytes of a request's end have been seen: CR LF CR LF. */
    private int seen;

    NioPeer(SocketChannel channel) {
        this.channel = channel;
    }

    /** Headers for the form of the events. */
    abstract String headers();

    /** The bytes of an event, which are written at once; any remainder must be {@link #kept}. */
    abstract ByteBuffer bytes(SharedEvent event);

    /** A copy of what could not be written yet, or anything else that stays unchanged. */
    abstract ByteBuffer kept(ByteBuffer rest);

    SocketChannel channel() {
        return channel;
    }

    void register(Selector selector) throws IOException {
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Whether a request ends in these bytes. */
    boolean asks(ByteBuffer input) {
        while (input.hasRemaining() && seen < 4) {
            byte b = input.get();
            seen = b == (seen % 2 == 0 ? '\r' : '\n') ? seen + 1 : b == '\r' ? 1 : 0;
            if (seen == 4) {
                return true;
            }
        }
        return false;
    }

    /** Begins the response. Returns false if the connection has ended. */
    boolean open(SharedEvent event) throws IOException {
        byte[] head = HEAD.formatted(headers()).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(head));
        return show(event);
    }

    /** Writes an event now or later. Returns false if the connection has ended. */
    boolean show(SharedEvent event) {
        if (!channel.isOpen()) {
            return false;
        }
        next = event;
        try {
            if (rest == null) {
                writable();
            }
            return true;
        } catch (IOException e) {
            close();
            return false;
        }
    }

    /** Writes what is due, as far as the connection accepts it. */
    void writable() throws IOException {
        ByteBuffer due = rest;
        while (due != null || next != null) {
            if (due == null) {
                due = bytes(next);
                next = null;
            }
            channel.write(due);
            if (due.hasRemaining()) {
                await(due);
                return;
            }
            due = null;
        }
        if (rest != null) {
            rest = null;
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed anyway.
        }
    }

    private void await(ByteBuffer due) {
        if (due != rest) {
            rest = kept(due);
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }
}
