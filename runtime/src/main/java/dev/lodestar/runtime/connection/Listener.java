package dev.lodestar.runtime.connection;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.runtime.connection.fair.FairThreads;
import dev.lodestar.runtime.connection.http1.Http1Listener;
import dev.lodestar.runtime.connection.http2.Http2Listener;
import dev.lodestar.runtime.connection.refusal.RequestHandler;
import dev.lodestar.runtime.proxy.Proxies;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.OpenListener;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * The listening socket and its threads. Assembled here rather than by Undertow's builder, which cannot stop accepting
 * without closing the open connections. Safe for use by any thread.
 */
public final class Listener {
    private static final int BUFFER_BYTES = 16 << 10;

    /** How long to wait for threads to end. */
    private static final int END_MILLIS = 500;

    private static final String HTTP2_CAP = "io.undertow.http2-max-header-size";

    static {
        // Undertow accepts at most 20,000 bytes of headers over HTTP/2, whatever its options say, unless this property
        // says otherwise. It is read once, on first use.
        if (System.getProperty(HTTP2_CAP) == null) {
            System.setProperty(HTTP2_CAP, "-1");
        }
    }

    private final IoThreads ioThreads;
    private final XnioWorker worker;
    private final @Nullable TlsPort tls;
    private final OpenListener connections;
    private final Admission admission;
    private final AcceptingChannel<?> socket;
    private boolean accepting = true;

    private Listener(
            Config config,
            Proxies proxies,
            @Nullable SSLContext context,
            RequestHandler handler,
            IoThreads ioThreads,
            XnioWorker worker)
            throws IOException {
        Limits limits = config.limits();
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        ByteBufferPool buffers = Buffers.pool(BUFFER_BYTES);
        OptionMap options = connectionOptions(limits);
        FairThreads threads = new FairThreads(worker, proxies::include);
        admission = new Admission(limits, proxies::include);
        Http1Listener http1 = new Http1Listener(buffers, options, handler, limits, threads);
        this.ioThreads = ioThreads;
        this.worker = worker;
        if (context == null) {
            tls = null;
            connections = http1;
            socket = worker.createStreamConnectionServer(address, guarded(threads, http1), socketOptions());
        } else {
            AlpnOpenListener agreed = new AlpnOpenListener(buffers, options, http1)
                    .addProtocol(
                            Http2OpenListener.HTTP2,
                            new Http2Listener(buffers, options, handler, limits, threads, admission::misused),
                            1);
            tls = new TlsPort(worker, context);
            connections = agreed;
            socket = tls.listen(address, guarded(threads, TlsPort.watched(agreed, limits)), socketOptions());
        }
        socket.resumeAccepts();
    }

    /** The checks that a new connection passes, in this order, before it is opened. */
    private <C extends StreamConnection> ChannelListener<AcceptingChannel<C>> guarded(
            FairThreads threads, ChannelListener<? super C> opened) {
        return new Turnstile<>(threads.before(admission.before(opened)));
    }

    /**
     * Listens at the host and port of a configuration.
     *
     * @param proxies whose addresses many clients share
     * @param context for TLS handshakes, or null to serve without TLS
     * @param handler answers requests
     * @param died receives what a thread died of
     * @throws IOException if the server cannot listen at the address
     */
    public static Listener open(
            Config config,
            Proxies proxies,
            @Nullable SSLContext context,
            RequestHandler handler,
            Consumer<Throwable> died)
            throws IOException {
        IoThreads threads = new IoThreads(died);
        XnioWorker worker = Xnio.getInstance(Listener.class.getClassLoader()).createWorker(threads, workerOptions());
        try {
            return new Listener(config, proxies, context, handler, threads, worker);
        } catch (IOException | RuntimeException | Error e) {
            worker.shutdownNow();
            throw e;
        }
    }

    /** Uses another certificate for TLS handshakes that begin from now on; open connections go on. */
    public void renew(SSLContext context) {
        if (tls != null) {
            tls.renew(context);
        }
    }

    /** The TCP port that the server listens at. */
    public int port() {
        return socket.getLocalAddress(InetSocketAddress.class).getPort();
    }

    /** The number of open connections. */
    public int open() {
        return admission.open();
    }

    /** Stops accepting connections; open ones stay open. */
    public synchronized void stopAccepting() throws InterruptedException {
        if (accepting) {
            accepting = false;
            // XNIO waits for the accepting thread, and would wait for ever if that has died.
            Thread stop = new Thread(() -> IoUtils.safeClose(socket), "lodestar-stop");
            stop.setDaemon(true);
            stop.start();
            stop.join(END_MILLIS);
        }
    }

    /** Closes all connections and ends the threads. */
    public void close() throws InterruptedException {
        stopAccepting();
        connections.closeConnections();
        worker.shutdown();
        if (!worker.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS)) {
            worker.shutdownNow();
        }
        if (tls != null) {
            tls.close();
        }
        ioThreads.forget();
    }

    private static OptionMap workerOptions() {
        // The application's code runs elsewhere and these threads only move bytes, so one per processor is enough.
        int ioThreads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), 16));
        return OptionMap.builder()
                .set(Options.WORKER_NAME, "lodestar")
                .set(Options.WORKER_IO_THREADS, ioThreads)
                .set(Options.WORKER_TASK_CORE_THREADS, 1)
                .set(Options.WORKER_TASK_MAX_THREADS, 1)
                .set(Options.THREAD_DAEMON, false)
                .getMap();
    }

    private static OptionMap socketOptions() {
        return OptionMap.builder()
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                .set(Options.BACKLOG, 4096)
                .getMap();
    }

    private static OptionMap connectionOptions(Limits limits) {
        return OptionMap.builder()
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                // Paths are looked up as they were sent, and we parse queries ourselves.
                .set(UndertowOptions.DECODE_URL, false)
                // We limit bodies ourselves and tell the client; Undertow would close the connection at 2 MiB.
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                // Our limits on heads are lower than Undertow's, too; HTTP/2 counts another 32 bytes per header.
                .set(
                        UndertowOptions.MAX_HEADER_SIZE,
                        capped(limits.urlBytes() + limits.headerBytes() + 32L * limits.headers()))
                .set(UndertowOptions.MAX_HEADERS, capped(2L * limits.headers()))
                .set(UndertowOptions.MAX_PARAMETERS, limits.urlBytes())
                .set(
                        UndertowOptions.REQUEST_PARSE_TIMEOUT,
                        capped(limits.requestTime().toMillis() + 1_000))
                .set(
                        UndertowOptions.NO_REQUEST_TIMEOUT,
                        capped(limits.idleTime().toMillis()))
                .set(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, Http2Listener.maxRequests(limits))
                .getMap();
    }

    private static int capped(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
