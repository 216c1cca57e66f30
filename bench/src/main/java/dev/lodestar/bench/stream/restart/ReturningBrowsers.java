package dev.lodestar.bench.stream.restart;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Browsers with one stream each, which they reopen when it ends, like the client. They share a thread of their own. */
final class ReturningBrowsers implements AutoCloseable {
    private static final long LONGEST_LOOK_MILLIS = 5;

    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final List<ReturningBrowser> browsers = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;

    /**
     * Opens the first streams.
     *
     * @param jittered whether they wait for a random part of the time that the server asks for, like the
     *     framework's own client, or for exactly that time, like the official one
     */
    ReturningBrowsers(InetSocketAddress server, int count, boolean jittered) throws IOException {
        this.server = server;
        for (int i = 0; i < count; i++) {
            browsers.add(new ReturningBrowser(jittered));
        }
        Thread thread = new Thread(this::run, "browsers");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until all browsers show a page. */
    void awaitAll(long sequence, long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (showing(sequence) < browsers.size()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("After " + seconds + " s only " + showing(sequence) + " of "
                        + browsers.size() + " browsers show what the server has.");
            }
            Thread.sleep(10);
        }
    }

    /** When each browser opened its current stream, on the clock of {@link System#nanoTime}. */
    List<Long> opened() {
        return browsers.stream().map(ReturningBrowser::opened).toList();
    }

    private long showing(long sequence) {
        return browsers.stream().filter(browser -> browser.shown() == sequence).count();
    }

    private void run() {
        try {
            while (!closed) {
                long now = System.nanoTime();
                for (ReturningBrowser browser : browsers) {
                    browser.openIfDue(selector, server, now);
                }
                selector.select(LONGEST_LOOK_MILLIS);
                Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
                while (ready.hasNext()) {
                    SelectionKey key = ready.next();
                    ready.remove();
                    ((ReturningBrowser) key.attachment()).ready(key, buffer);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
