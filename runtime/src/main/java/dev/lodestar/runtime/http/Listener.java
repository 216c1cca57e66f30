package dev.lodestar.runtime.http;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListeners;
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
    private static final String HTTP2_CAP = "io.undertow.http2-max-header-size";

    static {
        // Undertow takes at most 20,000 bytes of headers over HTTP/2, whatever its options say, unless this says
        // otherwise. It
        // looks once, when it is first used.
        if (System.getProperty(HTTP2_CAP) == null) {
            System.setProperty(HTTP2_CAP, "-1");
        }
    }

    private final XnioWorker worker;
    private final HttpOpenListener connections;
    private final Admission admission;
    private final AcceptingChannel<StreamConnection> socket;

    private Listener(
            XnioWorker worker,
            HttpOpenListener connections,
            Admission admission,
            AcceptingChannel<StreamConnection> socket) {
        this.worker = worker;
        this.connections = connections;
        this.admission = admission;
        this.socket = socket;
    }

    /**
     * Listens at the host and port of a configuration.
     *
     * @throws IOException if the address cannot be listened at
     */
    public static Listener open(Config config, HttpHandler handler) throws IOException {
        XnioWorker worker = Xnio.getInstance(Listener.class.getClassLoader()).createWorker(workerOptions());
        try {
            HttpOpenListener connections = new HttpOpenListener(
                    new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 4), connectionOptions(config.limits()));
            connections.setRootHandler(handler);
            // No address is a trusted proxy's, as long as none can be named.
            Admission admission = new Admission(config.limits(), address -> false, connection -> {
                HeadGuard.install(connection, config.limits());
                connections.handleEvent(connection);
            });
            AcceptingChannel<StreamConnection> socket = worker.createStreamConnectionServer(
                    new InetSocketAddress(config.host(), config.port()),
                    ChannelListeners.openListenerAdapter(admission),
                    socketOptions());
            socket.resumeAccepts();
            return new Listener(worker, connections, admission, socket);
        } catch (IOException | RuntimeException e) {
            worker.shutdownNow();
            throw e;
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
    public void stopAccepting() {
        IoUtils.safeClose(socket);
    }

    /** Drops all connections and ends the threads. */
    public void close() throws InterruptedException {
        stopAccepting();
        connections.closeConnections();
        worker.shutdown();
        if (!worker.awaitTermination(500, TimeUnit.MILLISECONDS)) {
            worker.shutdownNow();
        }
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
                .set(Options.BACKLOG, 1024)
                .getMap();
    }

    private static OptionMap connectionOptions(Limits limits) {
        return OptionMap.builder()
                // Without TLS only who knows beforehand speaks it: a proxy, not a browser.
                .set(UndertowOptions.ENABLE_HTTP2, true)
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
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
                .getMap();
    }

    private static int capped(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
