package dev.lodestar.bench.stream.restart;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of these browsers. Confined to their thread, except for what it shows. */
final class ReturningBrowser {
    private static final byte[] REQUEST = ("POST / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                    + "Accept-Encoding: identity\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
            .getBytes(StandardCharsets.US_ASCII);
    private static final Pattern SEQUENCE = Pattern.compile("id=\"sequence\">(\\d+)<");
    private static final Pattern RETRY = Pattern.compile("retry: (\\d+)\n");
    private static final long FIRST_MILLIS = 1_000;
    private static final long MOST_MILLIS = 10_000;

    private final boolean jittered;
    private final StringBuilder received = new StringBuilder();
    private boolean open;
    private long due = System.nanoTime();
    private long base = FIRST_MILLIS;
    private long interval = FIRST_MILLIS;
    private volatile long shown;
    private volatile long opened;

    ReturningBrowser(boolean jittered) {
        this.jittered = jittered;
    }

    /** The number of the page that it shows; 0 without a stream. */
    long shown() {
        return shown;
    }

    long opened() {
        return opened;
    }

    void openIfDue(Selector selector, InetSocketAddress server, long now) throws IOException {
        if (open || now < due) {
            return;
        }
        open = true;
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        try {
            channel.connect(server);
        } catch (IOException refused) {
            lose(key);
        }
    }

    void ready(SelectionKey key, ByteBuffer buffer) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                channel.write(ByteBuffer.wrap(REQUEST));
                opened = System.nanoTime();
                key.interestOps(SelectionKey.OP_READ);
            } else if (channel.read(buffer.clear()) < 0) {
                lose(key);
            } else {
                received.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
                look();
            }
        } catch (IOException gone) {
            lose(key);
        }
    }

    private void look() {
        Matcher sequence = SEQUENCE.matcher(received);
        while (sequence.find()) {
            shown = Long.parseLong(sequence.group(1));
            base = FIRST_MILLIS;
            interval = base;
        }
        Matcher retry = RETRY.matcher(received);
        while (retry.find()) {
            base = Long.parseLong(retry.group(1));
            interval = base;
        }
    }

    private void lose(SelectionKey key) throws IOException {
        key.channel().close();
        received.setLength(0);
        open = false;
        shown = 0;
        long wait = jittered ? (long) (ThreadLocalRandom.current().nextDouble() * interval) : interval;
        interval = Math.min(2 * interval, MOST_MILLIS);
        due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait);
    }
}
