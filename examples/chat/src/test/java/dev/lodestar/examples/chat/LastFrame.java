package dev.lodestar.examples.chat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Reads a stream and keeps the newest whole frame of it, as a browser would show it. */
final class LastFrame implements Flow.Subscriber<List<ByteBuffer>> {
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private byte[] whole = {};
    private boolean ended;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            begun.writeBytes(bytes);
        }
        cut();
    }

    /** An event ends with an empty line; heartbeats carry no elements. */
    private void cut() {
        byte[] bytes = begun.toByteArray();
        int end = lastEmptyLine(bytes, bytes.length);
        if (end < 0) {
            return;
        }
        byte[] event = Arrays.copyOfRange(bytes, lastEmptyLine(bytes, end - 1) + 1, end);
        begun.reset();
        begun.write(bytes, end + 1, bytes.length - end - 1);
        if (event.length > 200) {
            whole = event;
            notifyAll();
        }
    }

    /** Where the newest empty line before a place ends, or -1. */
    private static int lastEmptyLine(byte[] bytes, int before) {
        for (int i = before - 1; i > 0; i--) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public synchronized void onError(Throwable thrown) {
        onComplete();
    }

    @Override
    public synchronized void onComplete() {
        ended = true;
        notifyAll();
    }

    synchronized String text() {
        return new String(whole, StandardCharsets.UTF_8);
    }

    /** Waits until the newest frame is as wished, and gives it; or what it is after a time. */
    synchronized String await(Predicate<String> wish, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        String text = text();
        while (!wish.test(text) && !ended) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
            text = text();
        }
        return text;
    }
}
