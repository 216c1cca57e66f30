package dev.lodestar.runtime.hub;

import dev.lodestar.Config;
import dev.lodestar.Hub;
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
import org.jspecify.annotations.Nullable;

/**
 * The hub of a server: it owns the feeds of all views. Safe for use by any thread.
 *
 * <p>Until {@link #open} has named the views there are no feeds, and every refresh does nothing.
 */
public final class FeedHub implements Hub, SessionStreams {
    private final Workshop workshop;
    private final Browsers browsers = new Browsers();
    private final Map<Store, Watch> connections = new ConcurrentHashMap<>();
    private volatile Map<String, ViewFeeds> views = Map.of();
    private volatile boolean opened;

    /** When browsers are to come back, once the hub is closed. */
    private volatile @Nullable ReconnectHints closing;

    /** Whether anything has asked for the number of streams, so that pages may show it. */
    private volatile boolean counted;

    /**
     * Makes a hub.
     *
     * @param config its times, and whether pages show why a rendering failed
     * @param timer when feeds are due
     * @param renderers where renderings run
     * @param renderThreads how many of them it runs at a time, at least 2
     */
    public FeedHub(Config config, TaskTimer timer, Executor renderers, int renderThreads) {
        this.workshop =
                new Workshop(Pace.of(config, timer), new Turns(renderers, renderThreads, timer), config.development());
    }

    /**
     * Names the views that there are.
     *
     * @param reads by the path of each view, the prefixes of the store's keys that it reads; none if every commit
     *     refreshes it
     * @param meters what measures the views
     */
    public void open(Map<String, List<String>> reads, Meters meters) {
        Map<String, ViewFeeds> named = new TreeMap<>();
        reads.forEach((path, prefixes) -> named.put(path, new ViewFeeds(path, prefixes, workshop, meters)));
        views = named;
        opened = true;
    }

    /**
     * Opens a stream on the feed that a view and a key name. Called on the outlet's thread.
     *
     * @param view the path of the view
     * @param key what the rendering depends on; equal keys share a feed
     * @param rendering what renders the feed if it is new
     * @param outlet the way to the browser
     * @return the stream
     */
    public Subscription subscribe(String view, Object key, Rendering rendering, Outlet outlet) {
        ViewFeeds feeds = feedsOf(view);
        Browsers.Browser browser = browsers.enter(outlet.session());
        Subscriber subscriber = new Subscriber(outlet, workshop.pace(), browser, feeds.meter());
        Subscription subscription = new Subscription(this, feeds, key, subscriber, outlet.thread());
        browsers.hold(browser, subscription);
        subscription.begin(rendering);
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
     * @param paths their paths; all views when empty
     */
    public void refresh(Collection<String> paths) {
        if (paths.isEmpty()) {
            refresh();
        } else {
            paths.forEach(this::refresh);
        }
    }

    /**
     * Notes that a page is about to be patched by another way than its stream, so that its frames from now on are whole.
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
        browsers.open(session).forEach(Subscription::end);
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

    /** Ends every stream, and from now on each that opens, so that browsers reconnect elsewhere, a few at a time. */
    public void close() {
        ReconnectHints hints = ReconnectHints.of(
                views.values().stream().mapToInt(ViewFeeds::watching).sum());
        closing = hints;
        connections.values().forEach(Watch::close);
        views.values().forEach(view -> view.end(hints));
        workshop.close();
    }

    /** How many feeds there are. */
    int feeds() {
        return views.values().stream().mapToInt(ViewFeeds::feeds).sum();
    }

    /** When browsers are to come back, if the hub is closed. */
    @Nullable
    ReconnectHints closing() {
        return closing;
    }

    /** A stream ended. */
    void leave(Browsers.Browser browser, Subscription stream) {
        browsers.leave(browser, stream);
    }

    /** A stream opened or ended. */
    void audienceChanged() {
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
