package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.route.Rendering;
import dev.lodestar.store.Commit;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The feeds of one view, by the key that their renderings depend on. Safe for use by any thread. */
final class ViewFeeds {
    private final ConcurrentMap<Object, Feed> feeds = new ConcurrentHashMap<>();
    private final AtomicInteger watching = new AtomicInteger();
    private final List<String> reads;
    private final FeedResources resources;
    private final Executor renderQueue;
    private final RenderFailures failures;
    private final ViewMeter meter;

    ViewFeeds(String view, List<String> reads, FeedResources resources, Meters meters) {
        this.reads = List.copyOf(reads);
        this.resources = resources;
        this.renderQueue = resources.renderQueue();
        this.failures = new RenderFailures(view, resources.development());
        this.meter = meters.view(view, this::watching, this::feeds);
    }

    /** The meter of the view. */
    ViewMeter meter() {
        return meter;
    }

    void join(Object key, Rendering rendering, Subscriber subscriber, Executor thread) {
        watching.incrementAndGet();
        feeds.compute(key, (same, open) -> {
            Feed feed = open == null ? new Feed(rendering, resources, renderQueue, failures, meter) : open;
            feed.join(subscriber, thread);
            return feed;
        });
    }

    void leave(Object key, Subscriber subscriber, Executor thread) {
        watching.decrementAndGet();
        feeds.computeIfPresent(key, (same, feed) -> feed.leave(subscriber, thread) ? null : feed);
    }

    /** Whether the view may look different after a commit. */
    boolean isReadFrom(Commit commit) {
        return reads.isEmpty() || reads.stream().anyMatch(commit::touches);
    }

    void refresh() {
        feeds.values().forEach(Feed::markDirty);
    }

    void end(ReconnectHints hints) {
        feeds.values().forEach(feed -> feed.end(hints));
    }

    /** The number of open streams on all feeds. */
    int watching() {
        return watching.get();
    }

    /** The number of open streams on one feed. */
    int watching(Object key) {
        Feed feed = feeds.get(key);
        return feed == null ? 0 : feed.watching();
    }

    int feeds() {
        return feeds.size();
    }
}
