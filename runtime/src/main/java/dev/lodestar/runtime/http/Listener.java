package dev.lodestar.runtime.http;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.OpenListener;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * The listening socket with its threads. Put together here rather than by Undertow's builder, which cannot stop accepting
 * without also dropping the connections that there are.
 */
public final class Listener {
    private static final int BUFFER_BYTES = 16 << 10;

    private final XnioWorker worker;
    private final @Nullable TlsPort tls;
    private final OpenListener connections;
    private final AcceptingChannel<?> socket;

    private Listener(Config config, @Nullable SSLContext context, HttpHandler handler, XnioWorker worker)
            throws IOException {
        Limits limits = config.limits();
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 4);
        OptionMap options = connectionOptions(limits);
        HttpOpenListener http1 = new HttpOpenListener(buffers, options);
        http1.setRootHandler(handler);
        this.worker = worker;
        if (context == null) {
            tls = null;
            connections = http1;
            socket = worker.createStreamConnectionServer(
                    address, ChannelListeners.openListenerAdapter(http1), socketOptions());
        } else {
            AlpnOpenListener agreed = new AlpnOpenListener(buffers, options, http1)
                    .addProtocol(Http2OpenListener.HTTP2, new Http2Listener(buffers, options, handler, limits), 1);
            tls = new TlsPort(worker, context);
            connections = agreed;
            socket = tls.listen(worker, address, agreed, limits, socketOptions());
        }
        socket.resumeAccepts();
    }

    /**
     * Listens at the host and port of a configuration.
     *
     * @param context what TLS handshakes are made with, or null to do without TLS
     * @throws IOException if the address cannot be listened at
     */
    public static Listener open(Config config, @Nullable SSLContext context, HttpHandler handler) throws IOException {
        XnioWorker worker = Xnio.getInstance(Listener.class.getClassLoader()).createWorker(workerOptions());
        try {
            return new Listener(config, context, handler, worker);
        } catch (IOException | RuntimeException e) {
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
        if (tls != null) {
            tls.close();
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
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                // The limit on bodies is ours, which can tell the client; Undertow's own ends the connection at 2 MiB.
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .set(UndertowOptions.MAX_HEADER_SIZE, limits.headerBytes())
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(limits.requestTime()))
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, millis(limits.idleTime()))
                .set(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, Http2Listener.requestsAtOnce(limits))
                .getMap();
    }

    private static int millis(Duration time) {
        return (int) Math.min(time.toMillis(), Integer.MAX_VALUE);
    }
}
