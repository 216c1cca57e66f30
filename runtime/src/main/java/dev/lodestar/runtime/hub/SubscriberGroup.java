package dev.lodestar.runtime.hub;

import dev.lodestar.Reply;
import dev.lodestar.runtime.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The subscribers of a feed whose connections share a thread. A new frame reaches all of them through one task of that
 * thread; a frame that has not been delivered yet is replaced by a newer one.
 */
final class SubscriberGroup {
    /**
     * The number of streams that are prefetched before the first of them is written to. Since the last frame, their
     * objects have left the processor's caches: this way, the processor waits for all of them at once rather than one
     * after another.
     */
    private static final int PREFETCHED = 16;

    /**
     * The number of streams that are written to, in about a millisecond, before others on the thread get their turn.
     */
    private static final int BATCH = 128;

    private final Executor thread;
    private final StreamTiming timing;

    /** In no particular order, but contiguous, as each frame visits thousands of them. */
    private final List<Subscriber> subscribers = new ArrayList<>();

    private final AtomicReference<@Nullable Frame> newest = new AtomicReference<>();

    /** The frame that is being delivered, or was delivered last. */
    private @Nullable Frame showing;

    /** How many subscribers have yet to be shown it, from which index on. */
    private int left;

    private int position;

    /** Never read. The compiler would remove a prefetch whose result is not used. */
    private int prefetched;

    SubscriberGroup(Executor thread, StreamTiming timing) {
        this.thread = thread;
        this.timing = timing;
    }

    /** Shows a frame to all subscribers. Called by any thread. */
    void publish(Frame frame) {
        if (newest.getAndSet(frame) == null) {
            execute(this::deliver);
        }
    }

    /** Refuses all streams. Called by any thread. */
    void refuse(Reply reply) {
        execute(() -> subscribers.forEach(subscriber -> subscriber.refuse(reply)));
    }

    /** Ends all streams. Called by any thread. */
    void end(ReconnectHints hints) {
        execute(() -> subscribers.forEach(subscriber -> subscriber.end(hints)));
    }

    /** Adds a subscriber. Called on the group's thread. */
    void add(Subscriber subscriber) {
        subscriber.setIndex(subscribers.size());
        subscribers.add(subscriber);
    }

    /** Removes a subscriber that was added. Called on the group's thread. */
    void remove(Subscriber subscriber) {
        Subscriber last = subscribers.remove(subscribers.size() - 1);
        if (last != subscriber) {
            subscribers.set(subscriber.index(), last);
            last.setIndex(subscriber.index());
        }
        // The last one may not have been shown the frame yet, and may have moved to where all have: start over.
        left = left > 0 ? subscribers.size() : 0;
    }

    /** Called on the group's thread. */
    boolean isEmpty() {
        return subscribers.isEmpty();
    }

    private void deliver() {
        Frame frame = newest.getAndSet(null);
        if (frame != null) {
            boolean underWay = left > 0;
            showing = frame;
            left = subscribers.size();
            if (!underWay) {
                showBatch();
            }
        }
    }

    // A stream that breaks while it is written to leaves the group in a later task of this thread, not during the loop.
    private void showBatch() {
        SharedBuffers buffers = new SharedBuffers(timing.now());
        try {
            for (int shown = 0; shown < BATCH && left > 0; shown += PREFETCHED) {
                showSome(buffers);
            }
        } finally {
            if (left > 0) {
                subscribers.get(0).afterOthers(this, this::showBatch);
            }
        }
    }

    private void showSome(SharedBuffers buffers) {
        int from = position < subscribers.size() ? position : 0;
        int to = Math.min(from + Math.min(PREFETCHED, left), subscribers.size());
        position = to;
        left -= to - from;
        prefetch(from, to);
        for (int i = from; i < to; i++) {
            subscribers.get(i).show(showing, buffers);
        }
    }

    private void prefetch(int from, int to) {
        int read = 0;
        for (int i = from; i < to; i++) {
            read += subscribers.get(i).prefetch();
        }
        prefetched = read;
    }

    private void execute(Runnable task) {
        boolean handedOver = false;
        try {
            thread.execute(task);
            handedOver = true;
        } catch (RejectedExecutionException e) {
            // The server has closed, and with it every stream of this thread.
        } finally {
            if (!handedOver) {
                newest.set(null);
            }
        }
    }
}
