package dev.lodestar.runtime;

import dev.lodestar.Config;
import dev.lodestar.Hub;
import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.http.CallerHandler;
import dev.lodestar.runtime.connection.Listener;
import dev.lodestar.runtime.http.RequestRouter;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.proxy.Proxies;
import dev.lodestar.runtime.route.ClockRoute;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.ViewRoute;
import dev.lodestar.runtime.session.Sessions;
import dev.lodestar.runtime.store.SideTexts;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.runtime.tls.CertificateFiles;
import dev.lodestar.runtime.tls.TlsException;
import dev.lodestar.runtime.work.Clock;
import dev.lodestar.runtime.work.Recurring;
import dev.lodestar.runtime.work.ThreadTimer;
import dev.lodestar.runtime.work.Underway;
import dev.lodestar.runtime.work.Workers;
import dev.lodestar.store.Store;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that runs one application. It is created, its {@link #hub} given to the application's objects, and started
 * with the routes that lead to them. Safe for use by any thread.
 */
public final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);

    /** The time for what is to be done about streams that would not end within the grace and had to be dropped. */
    private static final Duration LAST_CALLS = Duration.ofMillis(250);

    private final Config config;
    private final ThreadTimer timer = new ThreadTimer();
    private final Workers workers = new Workers();
    private final Underway underway = new Underway();
    private final FeedHub hub;
    private @Nullable Listener listener;
    private @Nullable CertificateFiles certificate;
    private Meters meters = Meters.NONE;
    private @Nullable SideTexts sessionTexts;
    private volatile int port;
    private final List<Recurring> recurring = new ArrayList<>();
    private @Nullable Collapse collapse;

    /** What is done if it cannot go on. */
    private volatile Consumer<Throwable> giveUp = this::closeAfter;

    private final Deque<AutoCloseable> closedWith = new ArrayDeque<>();
    private boolean closed;

    private Server(Config config, FrameEncodings encodings) {
        this.config = config;
        this.hub = new FeedHub(config, timer, workers.renderers(), Workers.RENDERINGS, encodings);
    }

    /**
     * Creates a server that does not listen yet.
     *
     * @param config how it is to run
     */
    public static Server create(Config config) {
        return create(config, FrameEncodings.standard());
    }

    /** Creates a server that offers other encodings of streams. */
    static Server create(Config config, FrameEncodings encodings) {
        return new Server(config, encodings);
    }

    /**
     * Runs an application as a process: reads the options that {@code --help} lists and the variables {@code PORT},
     * {@code HOST} and {@code ALLOWED_HOSTS}, starts, reads its certificate again on SIGHUP, and closes in order when the
     * process is asked to end. If that cannot be, says why on the standard error stream and ends the process: with status 2
     * for a mistake on the command line, with status 1 if the server cannot start. If it cannot go on later, because
     * memory has run out or one of its threads has died, it says so in one line and ends the process with status 3: in
     * order, but within {@link Config#shutdownGrace} and 5 s.
     *
     * @param args the command line
     * @param defaults what it does not say
     * @param starter builds the application and starts its server
     */
    public static void main(String[] args, Config defaults, Starter starter) {
        int status = Launch.run(args, System.getenv(), defaults, starter, System.out, System.err);
        if (status != Launch.SERVING) {
            System.exit(status);
        }
    }

    /** Builds an application's objects and starts its server: the generated {@code Main::start}. */
    @FunctionalInterface
    public interface Starter {
        /**
         * Starts a server.
         *
         * @param config how it is to run
         * @return the server, started
         * @throws Exception what the application's constructors throw
         */
        Server start(Config config) throws Exception;
    }

    /**
     * Takes charge of an object's end: when the server closes, after everything that could use the object has ended, it
     * is closed too; of several, the last one first.
     *
     * @return the object
     */
    public synchronized <T extends AutoCloseable> T closing(T object) {
        closedWith.push(object);
        return object;
    }

    /**
     * Measures what this server does from its start on.
     *
     * @param into where; what was given before gets nothing
     */
    public synchronized void measure(Meters into) {
        meters = into;
    }

    /**
     * Keeps the values of sessions in a store, from the start on.
     *
     * @throws StartException if the store keeps nothing but commits, as one in Git
     */
    public synchronized void keepSessions(Store store) {
        sessionTexts = SideTexts.of(store, "session")
                .orElseThrow(() -> new StartException(
                        "@App(storedSessions = true) needs a store that keeps more than commits. Open one of another kind,"
                                + " such as MvStores.open(file), or leave storedSessions out.",
                        null));
    }

    /** The hub of this server. */
    public Hub hub() {
        return hub;
    }

    /**
     * Starts to serve, and says so in one line on the standard output stream.
     *
     * @param routes what the application answers to
     * @return this server
     * @throws StartException if the address cannot be listened at: the port is taken, or the host is none of this machine;
     *     if others than this machine can reach the server and it is not told its names; if the certificate cannot be used, or
     *     a proxy's address is none; or if the metrics are to be shown and cannot be
     * @throws IllegalStateException if the server was started or closed before
     */
    public synchronized Server start(RouteTable routes) {
        if (closed || listener != null) {
            throw new IllegalStateException("A server starts once; create another.");
        }
        try {
            begin(routes);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        System.out.println(StartupLine.of(uri(), routes));
        return this;
    }

    private void begin(RouteTable routes) {
        Address.requireAllowedHosts(config);
        Proxies proxies = proxies();
        Meters measured = config.metrics() ? Exposition.of(meters, routes) : meters;
        hub.open(routes.views().stream().collect(Collectors.toMap(ViewRoute::path, ViewRoute::reads)), measured);
        Sessions sessions = closing(openSessions());
        RequestRouter router = RequestRouter.of(routes, hub, config, proxies, workers, sessions, underway, measured);
        collapse = Collapse.watch(why -> giveUp.accept(why));
        Listener opened = listen(proxies, router, collapse);
        listener = opened;
        port = opened.port();
        if (certificate != null) {
            recurring.add(certificate.watch(timer, workers.background(), opened::renew));
        }
        for (ClockRoute clock : routes.clocks()) {
            recurring.add(Clock.start(
                    clock.period(),
                    clock.tick()::run,
                    timer,
                    workers.background(),
                    () -> hub.refresh(clock.refreshedViews())));
        }
    }

    /** The TCP port that the server listens at, also if it was left to the system to choose; 0 before the start. */
    public int port() {
        return port;
    }

    /** How many connections are open. */
    synchronized int connections() {
        return listener == null ? 0 : listener.open();
    }

    /** Reads the files of the certificate again now, if there is one. */
    synchronized void renewCertificate() {
        if (certificate != null) {
            certificate.renew();
        }
    }

    /** The address of the application's root, for a browser on this machine. */
    public URI uri() {
        return URI.create(scheme() + "://" + Address.browsable(config.host()) + ":" + port() + "/");
    }

    private String scheme() {
        return config.tls().isPresent() ? "https" : "http";
    }

    /**
     * Stops in good order: says so at {@code /healthz} for as long as {@link Config#drain} tells, accepts nothing new then, ends the streams so that browsers reconnect, lets running actions and what
     * is done about the streams' end finish as long as {@link Config#shutdownGrace} allows, then ends everything. A second
     * call waits for the first.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        long end =
                System.nanoTime() + config.drain().plus(config.shutdownGrace()).toNanos();
        try {
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            Collapse.notice(e);
            log.error("The server could not be closed in order.", e);
        } finally {
            close(timer, end);
            close(workers, end);
            if (listener != null) {
                close(listener::close, end);
            }
            closedWith.forEach(object -> close(object, end));
            if (collapse != null) {
                collapse.close();
            }
        }
    }

    private void finish() throws InterruptedException {
        if (listener != null) {
            underway.leave();
            Thread.sleep(
                    collapse != null && collapse.cause() != null
                            ? 0
                            : config.drain().toMillis());
        }
        underway.drain();
        recurring.forEach(Recurring::stop);
        if (listener != null) {
            listener.stopAccepting();
            hub.close();
            underway.awaitNone(config.shutdownGrace());
            listener.close();
            underway.awaitNone(LAST_CALLS);
        }
    }

    /**
     * Says what to do, instead of closing, when the server cannot go on. It is done at once if that is so already.
     *
     * @param instead is told why
     */
    void whenItCollapses(Consumer<Throwable> instead) {
        Collapse watch;
        synchronized (this) {
            giveUp = instead;
            watch = collapse;
        }
        Throwable why = watch == null ? null : watch.cause();
        if (why != null) {
            instead.accept(why);
        }
    }

    private void closeAfter(Throwable why) {
        log.error("The server cannot go on and closes: {}.", why.toString());
        close();
    }

    private Sessions openSessions() {
        return sessionTexts == null
                ? Sessions.inMemory(config.limits(), InstantSource.system(), timer::now, hub)
                : Sessions.stored(
                        config.limits(), InstantSource.system(), timer::now, hub, sessionTexts, workers.background());
    }

    /** @param end when it should be closed, as {@link System#nanoTime} tells the time */
    private static void close(AutoCloseable object, long end) {
        try {
            Stores.close(object, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (Exception | Error e) {
            Collapse.notice(e);
            log.error("What belongs to the server could not be closed in order: {}", object, e);
        }
    }

    private Proxies proxies() {
        try {
            return Proxies.of(config.proxies());
        } catch (IllegalArgumentException e) {
            throw new StartException(e.getMessage(), e);
        }
    }

    private Listener listen(Proxies proxies, RequestRouter router, Collapse watch) {
        try {
            CallerHandler handler = new CallerHandler(scheme(), proxies, router);
            certificate = config.tls().map(CertificateFiles::of).orElse(null);
            return Listener.open(
                    config, proxies, certificate == null ? null : certificate.read(), handler, watch::died);
        } catch (TlsException | IllegalArgumentException e) {
            throw new StartException(e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw Address.refused(config, e);
        }
    }
}
