package dev.lodestar.runtime.http;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.runtime.fair.FairThreads;
import dev.lodestar.runtime.proxy.Proxies;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.HttpHandler;
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
 * The listening socket with its threads. Put together here rather than by Undertow's builder, which cannot stop accepting
 * without also dropping the connections that there are.
 */
public final class Listener {
    private static final int BUFFER_BYTES = 16 << 10;

    /** How long threads are waited for that are to end. */
    private static final int END_MILLIS = 500;

    private static final String HTTP2_CAP = "io.undertow.http2-max-header-size";

    static {
        // Undertow takes at most 20,000 bytes of headers over HTTP/2, whatever its options say, unless this says
        // otherwise. It looks once, when it is first used.
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
            HttpHandler handler,
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
                            new Http2Listener(buffers, options, handler, limits, threads, admission),
                            1);
            tls = new TlsPort(worker, context);
            connections = agreed;
            socket = tls.listen(address, guarded(threads, TlsPort.watched(agreed, limits)), socketOptions());
        }
        socket.resumeAccepts();
    }

    /** What a new connection passes, in this order, before anything is done with it. */
    private <C extends StreamConnection> ChannelListener<AcceptingChannel<C>> guarded(
            FairThreads threads, ChannelListener<? super C> opened) {
        return new Turnstile<>(threads.before(admission.before(opened)));
    }

    /**
     * Listens at the host and port of a configuration.
     *
     * @param proxies the addresses that many clients have in common
     * @param context what TLS handshakes are made with, or null to do without TLS
     * @param died is told what one of its threads died of
     * @throws IOException if the address cannot be listened at
     */
    public static Listener open(
            Config config, Proxies proxies, @Nullable SSLContext context, HttpHandler handler, Consumer<Throwable> died)
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

    /** Makes the TLS handshakes that begin from now on with another certificate; connections that there are go on. */
    public void renew(SSLContext context) {
        if (tls != null) {
            tls.renew(context);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return socket.getLocalAddress(InetSocketAddress.class).getPort();
    }

    /** How many connections are open. */
    public int open() {
        return admission.open();
    }

    /** Accepts no further connections; those that there are stay open. */
    public synchronized void stopAccepting() throws InterruptedException {
        if (accepting) {
            accepting = false;
            // XNIO waits for the thread that accepts, and would do so for ever if that has died.
            Thread stop = new Thread(() -> IoUtils.safeClose(socket), "lodestar-stop");
            stop.setDaemon(true);
            stop.start();
            stop.join(END_MILLIS);
        }
    }

    /** Drops all connections and ends the threads. */
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
        // The application's code runs elsewhere, so that these threads only move bytes: one for each processor is
        // enough.
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
                // Paths are looked up as they were sent, and queries read by code of ours.
                .set(UndertowOptions.DECODE_URL, false)
                // The limit on bodies is ours, which can tell the client; Undertow's own ends the connection at 2 MiB.
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                // So are those on heads, which are beneath what Undertow bears: HTTP/2 counts 32 bytes more for each
                // header.
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
                .set(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, Http2Listener.requestsAtOnce(limits))
                .getMap();
    }

    private static int capped(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
