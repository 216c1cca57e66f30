package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import dev.lodestar.runtime.fair.FairThreads;
import dev.lodestar.runtime.http2.FrameBudget;
import dev.lodestar.runtime.http2.FrameGuard;
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
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/**
 * Takes connections on which HTTP/2 was agreed. In the place of Undertow's own, which neither says good-bye when it closes
 * them, nor holds clients to the number of requests at once that it announces, nor closes all that are idle.
 */
final class Http2Listener implements DelegateOpenListener {
    private static final int GOOD_BYE_MILLIS = 250;

    private final ByteBufferPool buffers;
    private final OptionMap options;
    private final HttpHandler handler;
    private final Limits limits;
    private final FairThreads threads;
    private final Admission admission;
    private final Set<Http2Channel> open = ConcurrentHashMap.newKeySet();

    Http2Listener(
            ByteBufferPool buffers,
            OptionMap options,
            HttpHandler handler,
            Limits limits,
            FairThreads threads,
            Admission admission) {
        this.buffers = buffers;
        this.options = withoutTimeouts(options);
        this.handler = handler;
        this.limits = limits;
        this.threads = threads;
        this.admission = admission;
    }

    // Undertow forgets to set them again when a request ends that was taken back, or that was answered before it was
    // whole.
    private static OptionMap withoutTimeouts(OptionMap options) {
        return OptionMap.builder()
                .addAll(options)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, -1)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, -1)
                .getMap();
    }

    /**
     * How many requests of a connection may be under way at once: all streams that a session may have, so that one more is
     * told so rather than held back by the browser, and a burst of its actions.
     */
    static int requestsAtOnce(Limits limits) {
        return (int) Math.min((long) limits.streamsPerSession() + limits.actionBurst(), Integer.MAX_VALUE);
    }

    @Override
    public void handleEvent(StreamConnection connection) {
        handleEvent(connection, null);
    }

    @Override
    public void handleEvent(StreamConnection connection, @Nullable PooledByteBuffer read) {
        Http2Requests requests = new Http2Requests(handler, requestsAtOnce(limits));
        FrameBudget budget = new FrameBudget(System::nanoTime);
        FrameGuard guard = FrameGuard.install(connection, threads.line(connection), read, budget, limits.requestTime());
        Http2Connection channel = new Http2Connection(
                connection,
                buffers,
                options,
                budget,
                requests,
                requestsAtOnce(limits),
                () -> admission.misused(connection));
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
     * Tells the clients that nothing that they send from now on is looked at, and closes. Waits a moment for that, since the
     * threads that do it may be ended next.
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
            told.await(GOOD_BYE_MILLIS, TimeUnit.MILLISECONDS);
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
