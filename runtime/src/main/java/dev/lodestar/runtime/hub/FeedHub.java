package dev.lodestar.runtime.hub;

import dev.lodestar.Config;
import dev.lodestar.Hub;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.route.Rendering;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.session.SessionStreams;
import dev.lodestar.runtime.work.TaskTimer;
import dev.lodestar.store.Store;
import dev.lodestar.store.Watch;
import dev.lodestar.text.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hub of a server: it owns the feeds of all views. Safe for use by any thread.
 *
 * <p>Until {@link #open} has named the views, there are no feeds and refreshes do nothing.
 */
public final class FeedHub implements Hub, SessionStreams {
    private final FeedResources resources;
    private final Browsers browsers = new Browsers();
    private final Consumer<Subscription> whenLeft = this::left;
    private final Map<Store, Watch> connections = new ConcurrentHashMap<>();
    private volatile Map<String, ViewFeeds> views = Map.of();
    private volatile boolean opened;

    /** When browsers are to reconnect; null until the hub is closed. */
    private volatile @Nullable ReconnectHints closing;

    /** Whether the number of streams was ever asked for, so that pages may show it. */
    private volatile boolean counted;

    /**
     * Creates a hub.
     *
     * @param config its intervals and timeouts, and whether pages show why a rendering failed
     * @param timer schedules the feeds
     * @param renderers runs the renderings
     * @param renderThreads how many renderings it runs at a time, at least 2
     * @param encodings the encodings that streams can have; closed with the hub
     */
    public FeedHub(Config config, TaskTimer timer, Executor renderers, int renderThreads, FrameEncodings encodings) {
        this.resources = new FeedResources(
                StreamTiming.of(config, timer),
                new RenderScheduler(renderers, renderThreads, timer),
                encodings,
                config.development());
    }

    /** The encodings that streams can have. */
    public FrameEncodings encodings() {
        return resources.encodings();
    }

    /**
     * Names the views.
     *
     * @param reads by the path of each view, the prefixes of the store's keys that it reads; empty if every commit
     *     refreshes it
     * @param meters creates the meters of the views
     */
    public void open(Map<String, List<String>> reads, Meters meters) {
        Map<String, ViewFeeds> named = new TreeMap<>();
        reads.forEach((path, prefixes) -> named.put(path, new ViewFeeds(path, prefixes, resources, meters)));
        views = named;
        opened = true;
    }

    /**
     * Opens a stream on a feed of a view. Called on the transport's thread.
     *
     * @param view the path of the view
     * @param key what the rendering depends on; equal keys share a feed
     * @param session the key of the browser's session, or null if it has none
     * @param rendering renders the feed if it is new
     * @param transport carries the stream to its browser
     * @return the stream
     */
    public Subscription subscribe(
            String view, Object key, @Nullable String session, Rendering rendering, StreamTransport transport) {
        ViewFeeds feeds = feedsOf(view);
        Browsers.Browser browser = browsers.enter(session);
        Subscriber subscriber = new Subscriber(transport, resources.timing(), browser, feeds.meter());
        Subscription subscription = new Subscription(feeds, key, subscriber, transport.thread(), whenLeft);
        browsers.add(browser, subscription);
        feeds.join(key, rendering, subscriber, transport.thread());
        watchingChanged();
        subscriber.open();
        // The hub may have been closed before the subscriber joined the feed.
        ReconnectHints hints = closing;
        if (hints != null) {
            subscriber.end(hints);
        }
        return subscription;
    }

    @Override
    public void refresh() {
        views.values().forEach(ViewFeeds::refresh);
    }

    @Override
    public void refresh(String view) {
        if (opened) {
            feedsOf(view).refresh();
        }
    }

    /**
     * Marks several views as changed.
     *
     * @param paths the paths of the views; empty for all views
     */
    public void refresh(Collection<String> paths) {
        if (paths.isEmpty()) {
            refresh();
        } else {
            paths.forEach(this::refresh);
        }
    }

    /**
     * Says that a page is about to be patched by something other than its stream, so that it is sent whole frames from
     * now on.
     *
     * @param session the key of the browser's session, or null if it has none
     */
    public void patched(@Nullable String session) {
        browsers.patch(session);
    }

    @Override
    public boolean areOpen(String session) {
        return browsers.areOpen(session);
    }

    @Override
    public void end(String session) {
        browsers.open(session).forEach(Browsers.Stream::end);
    }

    @Override
    public void connect(Store store) {
        connections.computeIfAbsent(
                store,
                s -> s.watch(
                        "",
                        commit -> views.values().stream()
                                .filter(view -> view.isReadFrom(commit))
                                .forEach(ViewFeeds::refresh)));
    }

    @Override
    public int watching() {
        counted = true;
        return views.values().stream().mapToInt(ViewFeeds::watching).sum();
    }

    @Override
    public int watching(String view) {
        counted = true;
        return opened ? feedsOf(view).watching() : 0;
    }

    @Override
    public int watching(String view, String... query) {
        counted = true;
        return opened ? feedsOf(view).watching(Scope.Query.feedKey(query)) : 0;
    }

    /**
     * Ends all streams, and any that open from now on, so that browsers reconnect to another server, a few at a time.
     */
    public void close() {
        ReconnectHints hints = ReconnectHints.of(
                views.values().stream().mapToInt(ViewFeeds::watching).sum());
        closing = hints;
        connections.values().forEach(Watch::close);
        views.values().forEach(view -> view.end(hints));
        resources.close();
    }

    /** The number of feeds. */
    int feeds() {
        return views.values().stream().mapToInt(ViewFeeds::feeds).sum();
    }

    private void left(Subscription stream) {
        browsers.leave(stream.browser(), stream);
        watchingChanged();
    }

    private void watchingChanged() {
        if (counted) {
            refresh();
        }
    }

    private ViewFeeds feedsOf(String view) {
        ViewFeeds feeds = views.get(view);
        if (feeds == null) {
            throw new IllegalArgumentException(
                    "No view has the path " + Quoted.of(view) + "; there are " + views.keySet() + ".");
        }
        return feeds;
    }
}
