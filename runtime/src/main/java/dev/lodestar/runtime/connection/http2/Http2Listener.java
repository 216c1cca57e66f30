package dev.lodestar.runtime.connection.http2;

import dev.lodestar.Limits;
import dev.lodestar.runtime.connection.fair.FairThreads;
import dev.lodestar.runtime.connection.refusal.RequestHandler;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.protocols.http2.Http2Channel;
import io.undertow.server.ConnectorStatistics;
import io.undertow.server.DelegateOpenListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http2.Http2ReceiveListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/**
 * Accepts connections on which HTTP/2 was agreed. Replaces Undertow's own listener, which closes connections without
 * a GOAWAY, does not enforce the number of concurrent requests that it announces, and does not close all idle
 * connections.
 */
public final class Http2Listener implements DelegateOpenListener {
    private static final int GOAWAY_MILLIS = 250;

    private final ByteBufferPool buffers;
    private final OptionMap options;
    private final RequestHandler handler;
    private final Limits limits;
    private final FairThreads threads;
    private final Consumer<StreamConnection> misused;
    private final Set<Http2Channel> open = ConcurrentHashMap.newKeySet();

    /**
     * @param handler answers requests
     * @param limits what a client may cost
     * @param threads the threads of the connections
     * @param misused receives connections that are cut off for misuse
     */
    public Http2Listener(
            ByteBufferPool buffers,
            OptionMap options,
            RequestHandler handler,
            Limits limits,
            FairThreads threads,
            Consumer<StreamConnection> misused) {
        this.buffers = buffers;
        this.options = withoutTimeouts(options);
        this.handler = handler;
        this.limits = limits;
        this.threads = threads;
        this.misused = misused;
    }

    // Undertow does not restart its timeouts after a request that was cancelled, or answered before it was complete.
    private static OptionMap withoutTimeouts(OptionMap options) {
        return OptionMap.builder()
                .addAll(options)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, -1)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, -1)
                .getMap();
    }

    /**
     * The maximum number of concurrent requests per connection: all streams that a session may have, so that one more
     * is refused with a reason rather than held back by the browser, and a burst of actions.
     */
    public static int maxRequests(Limits limits) {
        return (int) Math.min((long) limits.streamsPerSession() + limits.actionBurst(), Integer.MAX_VALUE);
    }

    @Override
    public void handleEvent(StreamConnection connection) {
        handleEvent(connection, null);
    }

    @Override
    public void handleEvent(StreamConnection connection, @Nullable PooledByteBuffer read) {
        Http2Requests requests = new Http2Requests(handler, maxRequests(limits));
        FrameBudget budget = new FrameBudget(System::nanoTime);
        FrameGuard guard =
                FrameGuard.install(connection, threads.queue(connection), read, budget, limits.requestTime());
        Http2Connection channel = new Http2Connection(
                connection, buffers, options, budget, requests, maxRequests(limits), () -> misused.accept(connection));
        guard.refuseWith(channel::leave);
        IdleTimer idle = new IdleTimer(channel, requests, limits.idleTime());
        open.add(channel);
        channel.addCloseTask(closed -> {
            open.remove(closed);
            guard.closed();
            idle.closed();
            requests.closed();
        });
        channel.getReceiveSetter().set(new Http2ReceiveListener(requests, options, buffers.getBufferSize(), null));
        channel.resumeReceives();
    }

    /**
     * Sends a GOAWAY to all clients, and closes their connections. Waits a moment for that, since the threads that do
     * it may be ended next.
     */
    @Override
    public void closeConnections() {
        List<Http2Channel> closing = List.copyOf(open);
        CountDownLatch told = new CountDownLatch(closing.size());
        for (Http2Channel channel : closing) {
            channel.addCloseTask(closed -> told.countDown());
            channel.getIoThread().execute(() -> channel.sendGoAway(Http2Channel.ERROR_NO_ERROR));
        }
        try {
            told.await(GOAWAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public HttpHandler getRootHandler() {
        return handler;
    }

    @Override
    public void setRootHandler(HttpHandler other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionMap getUndertowOptions() {
        return options;
    }

    @Override
    public void setUndertowOptions(OptionMap other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ByteBufferPool getBufferPool() {
        return buffers;
    }

    @Override
    public @Nullable ConnectorStatistics getConnectorStatistics() {
        return null;
    }
}
