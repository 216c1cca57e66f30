package dev.lodestar.runtime.hub;

import dev.lodestar.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The subscribers of a feed whose connections share a thread. A new frame reaches all of them in one task of that
 * thread; frames that come before it ran replace one another.
 */
final class Lane {
    /**
     * So many streams are looked at before the first of them is written to. A stream's objects have left the processor's caches
     * since the last frame: the processor waits for those of all of them together, rather than for one after the other.
     */
    private static final int AHEAD = 16;

    /** So many streams are written to, in a millisecond or so, before others on the thread have a turn. */
    private static final int TURN = 128;

    private final Executor thread;
    private final Pace pace;

    /** In no order, but side by side: a frame goes through thousands. */
    private final List<Subscriber> subscribers = new ArrayList<>();

    private final AtomicReference<@Nullable Frame> newest = new AtomicReference<>();

    /** The frame that was published last, as far as this thread knows. */
    private @Nullable Frame showing;

    /** How many are still to be shown it, from which seat on. */
    private int left;

    private int seat;

    /** Read by nobody: what would be used nowhere, the compiler would not fetch. */
    private int prefetched;

    Lane(Executor thread, Pace pace) {
        this.thread = thread;
        this.pace = pace;
    }

    /** Called by any thread. */
    void publish(Frame frame) {
        if (newest.getAndSet(frame) == null) {
            execute(this::deliver);
        }
    }

    /** Begins the streams that wait for their first frame, without one; called by any thread. */
    void begin() {
        execute(() -> subscribers.forEach(Subscriber::begin));
    }

    /** Refuses all streams; called by any thread. */
    void refuse(Reply reply) {
        execute(() -> subscribers.forEach(subscriber -> subscriber.refuse(reply)));
    }

    /** Ends all streams; called by any thread. */
    void end(ReconnectHints hints) {
        execute(() -> subscribers.forEach(subscriber -> subscriber.end(hints)));
    }

    /** Called on the lane's thread. */
    void add(Subscriber subscriber) {
        subscriber.sit(subscribers.size());
        subscribers.add(subscriber);
    }

    /** Removes a subscriber that was added. Called on the lane's thread. */
    void remove(Subscriber subscriber) {
        Subscriber last = subscribers.remove(subscribers.size() - 1);
        if (last != subscriber) {
            subscribers.set(subscriber.seat(), last);
            last.sit(subscriber.seat());
        }
        // The last one may have been shown nothing yet, and sit now where all have.
        left = left > 0 ? subscribers.size() : 0;
    }

    /** Called on the lane's thread. */
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
                turn();
            }
        }
    }

    // A stream that breaks while it is written to leaves the lane in a later task of this thread, not during the loop.
    private void turn() {
        Views views = new Views(pace.now());
        try {
            for (int shown = 0; shown < TURN && left > 0; shown += AHEAD) {
                show(views);
            }
        } finally {
            if (left > 0) {
                subscribers.get(0).afterOthers(this, this::turn);
            }
        }
    }

    private void show(Views views) {
        int from = seat < subscribers.size() ? seat : 0;
        int to = Math.min(from + Math.min(AHEAD, left), subscribers.size());
        seat = to;
        left -= to - from;
        prefetch(from, to);
        for (int i = from; i < to; i++) {
            subscribers.get(i).show(showing, views);
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
        boolean handed = false;
        try {
            thread.execute(task);
            handed = true;
        } catch (RejectedExecutionException e) {
            // The server has closed, and with it every stream of this thread.
        } finally {
            if (!handed) {
                newest.set(null);
            }
        }
    }
}
