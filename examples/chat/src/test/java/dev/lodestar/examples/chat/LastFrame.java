package dev.lodestar.examples.chat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps the newest frame of a stream, as a browser shows it. */
final class LastFrame implements Consumer<byte[]> {
    private byte[] frame = {};
    private boolean ended;

    @Override
    public synchronized void accept(byte[] event) {
        if (event.length == 0) {
            ended = true;
        } else if (event.length > 200) { // Heartbeats carry no elements.
            frame = event;
        }
        notifyAll();
    }

    private String text() {
        return new String(frame, StandardCharsets.UTF_8);
    }

    /** Waits until the newest frame is as wished, and returns it; after the timeout, returns whatever there is. */
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
