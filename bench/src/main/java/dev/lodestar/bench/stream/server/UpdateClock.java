package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.QuotesPage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Updates the page at a fixed rate; the first update is made at once. Confined to one thread, except for its own. */
public final class UpdateClock {
    private final int rows;
    private final Consumer<QuotesPage> listener;
    private volatile QuotesPage last;
    private volatile @Nullable Thread ticking;

    /**
     * @param rows the number of rows in the page
     * @param listener receives the updates one after the other
     */
    public UpdateClock(int rows, Consumer<QuotesPage> listener) {
        this.rows = rows;
        this.listener = listener;
        this.last = QuotesPage.of(0, System.nanoTime(), rows);
        listener.accept(last);
    }

    /** Makes this many updates per second from now on. */
    public void start(int rate) throws InterruptedException {
        stop();
        Thread thread = new Thread(() -> tick(1_000_000_000L / rate), "updates");
        ticking = thread;
        thread.start();
    }

    /** Stops making updates. Returns the last one. */
    public QuotesPage stop() throws InterruptedException {
        Thread thread = ticking;
        if (thread != null) {
            ticking = null;
            LockSupport.unpark(thread);
            thread.join();
        }
        return last;
    }

    private void tick(long interval) {
        long due = System.nanoTime();
        while (ticking == Thread.currentThread()) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            } else {
                // An update that is late by more than an interval is skipped: no burst makes up for it.
                due = Math.max(due + interval, System.nanoTime() - interval);
                last = QuotesPage.of(last.sequence() + 1, System.nanoTime(), rows);
                listener.accept(last);
            }
        }
    }
}
