package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.route.Rendering;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** A subscriber's place in a feed, from the stream's opening to its end. */
public final class Subscription {
    private final FeedHub hub;
    private final ViewFeeds feeds;
    private final Object key;
    private final Subscriber subscriber;
    private final Executor thread;
    private boolean left;

    Subscription(FeedHub hub, ViewFeeds feeds, Object key, Subscriber subscriber, Executor thread) {
        this.hub = hub;
        this.feeds = feeds;
        this.key = key;
        this.subscriber = subscriber;
        this.thread = thread;
    }

    void begin(Rendering rendering) {
        feeds.join(key, rendering, subscriber, thread);
        hub.audienceChanged();
        subscriber.open();
        // The hub may have closed between the look at who is there and the join.
        ReconnectHints closing = hub.closing();
        if (closing != null) {
            subscriber.end(closing);
        }
    }

    /** The connection takes bytes again. Called on its thread. */
    public void writable() {
        subscriber.writable();
    }

    /** Ends the stream, soon and in good order. Called by any thread. */
    void end() {
        try {
            thread.execute(subscriber::end);
        } catch (RejectedExecutionException serverHasClosed) {
            // And with it the stream.
        }
    }

    /** The stream has ended, whichever way. Called by any thread, any number of times. */
    public void ended() {
        try {
            // Never at once: the lane may be walking over its subscribers right now.
            thread.execute(this::leave);
        } catch (RejectedExecutionException serverHasClosed) {
            leave();
        }
    }

    private void leave() {
        if (!left) {
            left = true;
            subscriber.closed();
            feeds.leave(key, subscriber, thread);
            hub.leave(subscriber.browser(), this);
            hub.audienceChanged();
        }
    }
}
