package dev.lodestar.runtime.hub;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** A stream's membership in a feed, from its opening to its end. */
public final class Subscription implements Browsers.Stream {
    private final ViewFeeds feeds;
    private final Object key;
    private final Subscriber subscriber;
    private final Executor thread;
    private final Consumer<Subscription> whenLeft;
    private boolean left;

    /** @param whenLeft called once, when the stream has left the feed */
    Subscription(ViewFeeds feeds, Object key, Subscriber subscriber, Executor thread, Consumer<Subscription> whenLeft) {
        this.feeds = feeds;
        this.key = key;
        this.subscriber = subscriber;
        this.thread = thread;
        this.whenLeft = whenLeft;
    }

    Browsers.Browser browser() {
        return subscriber.browser();
    }

    /** Says that the connection takes bytes again. Called on its thread. */
    public void writable() {
        subscriber.writable();
    }

    @Override
    public void end() {
        try {
            thread.execute(subscriber::end);
        } catch (RejectedExecutionException serverHasClosed) {
            // And with it the stream.
        }
    }

    /** Says that the stream has ended, for whatever reason. Called by any thread, any number of times. */
    public void ended() {
        try {
            // Never at once: the group may be iterating over its subscribers right now.
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
            whenLeft.accept(this);
        }
    }
}
