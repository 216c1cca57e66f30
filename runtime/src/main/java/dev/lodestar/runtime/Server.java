package dev.lodestar.runtime;

import dev.lodestar.Config;
import dev.lodestar.Hub;
import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.connection.Listener;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.http.CallerHandler;
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
 * A server that runs one application. Create it, pass its {@link #hub} to the application's objects, and start it with
 * their routes. Safe for use by any thread.
 */
public final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);

    /** How long handlers may take for the streams that did not end within the grace period and were dropped. */
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

    /** What to do if the server cannot go on. */
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
     * @param config the configuration
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
     * {@code HOST} and {@code ALLOWED_HOSTS}, starts the server, reads its certificate again on SIGHUP, and closes in
     * good order when the process is asked to end. If this fails, it prints the reason on the standard error stream and
     * ends the process: with status 2 for a mistake on the command line, with status 1 if the server cannot start. If
     * the server cannot go on later, because memory has run out or one of its threads has died, it prints one line and
     * ends the process with status 3: in good order, but within {@link Config#shutdownGrace} and 5 s.
     *
     * @param args the command line
     * @param defaults the values of whatever the command line does not set
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
         * @param config the configuration
         * @return the started server
         * @throws Exception whatever the application's constructors throw
         */
        Server start(Config config) throws Exception;
    }

    /**
     * Closes an object together with the server, after everything that could use the object has ended. Of several
     * objects, the last one given is closed first.
     *
     * @return the object
     */
    public synchronized <T extends AutoCloseable> T closing(T object) {
        closedWith.push(object);
        return object;
    }

    /**
     * Measures what this server does, from its start on.
     *
     * @param into receives the measurements, in place of any earlier one
     */
    public synchronized void measure(Meters into) {
        meters = into;
    }

    /**
     * Keeps session values in a store, from the start on.
     *
     * @throws StartException if the store holds nothing but commits, as a Git store does
     */
    public synchronized void keepSessions(Store store) {
        sessionTexts = SideTexts.of(store, "session")
                .orElseThrow(() -> new StartException(
                        "@App(storedSessions = true) needs a store that holds more than commits. Open one of another"
                                + " kind, such as MvStores.open(file), or leave storedSessions out.",
                        null));
    }

    /** The hub of this server. */
    public Hub hub() {
        return hub;
    }

    /**
     * Starts serving, and says so in one line on the standard output stream.
     *
     * @param routes the application's routes
     * @return this server
     * @throws StartException if the server cannot listen at its address, because the port is taken or the host is
     *     not one of this machine; if other machines can reach the server and it has no allowed hosts; if the
     *     certificate is unusable or a proxy's address is invalid; or if the metrics are requested and cannot be shown
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

    /** The TCP port that the server listens on, even if the system chose it; 0 before the start. */
    public int port() {
        return port;
    }

    /** The number of open connections. */
    synchronized int connections() {
        return listener == null ? 0 : listener.open();
    }

    /** Reads the certificate's files again now, if there are any. */
    synchronized void renewCertificate() {
        if (certificate != null) {
            certificate.renew();
        }
    }

    /** The URL of the application's root, for a browser on this machine. */
    public URI uri() {
        return URI.create(scheme() + "://" + Address.browsable(config.host()) + ":" + port() + "/");
    }

    private String scheme() {
        return config.tls().isPresent() ? "https" : "http";
    }

    /**
     * Closes in good order: reports this at {@code /healthz} for as long as {@link Config#drain} says, accepts nothing
     * new afterwards, ends the streams so that browsers reconnect, lets running actions and the handlers of ended
     * streams finish for as long as {@link Config#shutdownGrace} allows, and then ends everything. A second call waits
     * for the first.
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
            log.error("The server could not be closed in good order.", e);
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
     * Sets what to do instead of closing when the server cannot go on. Does it at once if that is already the case.
     *
     * @param instead receives the reason
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

    /** @param end the deadline for closing, on the clock of {@link System#nanoTime} */
    private static void close(AutoCloseable object, long end) {
        try {
            Stores.close(object, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (Exception | Error e) {
            Collapse.notice(e);
            log.error("An object of the server could not be closed in good order: {}", object, e);
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
