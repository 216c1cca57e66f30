package dev.lodestar.runtime.hub;

import dev.lodestar.Reply;
import dev.lodestar.runtime.frame.Frame;
import dev.lodestar.runtime.frame.StreamCounts;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** The subscribers of one feed, grouped by the threads of their connections. Guarded by the feed's lock. */
final class FeedSubscribers {
    private final Map<Executor, SubscriberGroup> groups = new HashMap<>();
    private final StreamTiming timing;
    private final StreamCounts counts;

    FeedSubscribers(FeedResources resources) {
        this.timing = resources.timing();
        this.counts = new StreamCounts(resources.encodings());
    }

    /** Adds a subscriber, on its thread. */
    void add(Subscriber subscriber, Executor thread) {
        groups.computeIfAbsent(thread, same -> new SubscriberGroup(same, timing))
                .add(subscriber);
        counts.add(subscriber.encoding());
    }

    /** Removes a subscriber that was added, on its thread. */
    void remove(Subscriber subscriber, Executor thread) {
        SubscriberGroup group = groups.get(thread);
        group.remove(subscriber);
        if (group.isEmpty()) {
            groups.remove(thread);
        }
        counts.remove(subscriber.encoding());
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** How many there are in each encoding. */
    StreamCounts counts() {
        return counts;
    }

    /** Shows a frame to all of them. */
    void publish(Frame frame) {
        groups.values().forEach(group -> group.publish(frame));
    }

    /** Refuses all streams. */
    void refuse(Reply reply) {
        groups.values().forEach(group -> group.refuse(reply));
    }

    /** Ends all streams. */
    void end(ReconnectHints hints) {
        groups.values().forEach(group -> group.end(hints));
    }
}
