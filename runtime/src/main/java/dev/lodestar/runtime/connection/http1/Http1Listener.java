package dev.lodestar.runtime.connection.http1;

import dev.lodestar.Limits;
import dev.lodestar.runtime.connection.fair.FairThreads;
import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ConnectorStatistics;
import io.undertow.server.DelegateOpenListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/** Accepts connections of HTTP/1.1 as Undertow does, and guards the heads of their requests. */
public final class Http1Listener implements DelegateOpenListener {
    private final HttpOpenListener undertow;
    private final Limits limits;
    private final FairThreads threads;

    /**
     * @param handler answers requests
     * @param limits what a request's head may cost
     * @param threads the threads of the connections
     */
    public Http1Listener(
            ByteBufferPool buffers, OptionMap options, HttpHandler handler, Limits limits, FairThreads threads) {
        this.undertow = new HttpOpenListener(buffers, options);
        this.undertow.setRootHandler(exchange -> {
            HeadGuard.handOver(exchange);
            handler.handleRequest(exchange);
        });
        this.limits = limits;
        this.threads = threads;
    }

    @Override
    public void handleEvent(StreamConnection connection) {
        handleEvent(connection, null);
    }

    @Override
    public void handleEvent(StreamConnection connection, @Nullable PooledByteBuffer read) {
        HeadGuard.install(connection, limits, threads.queue(connection), read);
        undertow.handleEvent(connection, read);
    }

    @Override
    public void closeConnections() {
        undertow.closeConnections();
    }

    @Override
    public HttpHandler getRootHandler() {
        return undertow.getRootHandler();
    }

    @Override
    public void setRootHandler(HttpHandler other) {
        undertow.setRootHandler(other);
    }

    @Override
    public OptionMap getUndertowOptions() {
        return undertow.getUndertowOptions();
    }

    @Override
    public void setUndertowOptions(OptionMap other) {
        undertow.setUndertowOptions(other);
    }

    @Override
    public ByteBufferPool getBufferPool() {
        return undertow.getBufferPool();
    }

    @Override
    public @Nullable ConnectorStatistics getConnectorStatistics() {
        return undertow.getConnectorStatistics();
    }
}
