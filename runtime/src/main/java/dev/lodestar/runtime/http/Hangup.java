package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Sees when the browser at the other end of a stream hangs up. While a response is under way Undertow does not read from
 * an HTTP/1.1 connection, so that nobody would notice before a write fails.
 *
 * <p>Anything but the end that arrives here is a further request on a connection whose answer never ends. It cannot be
 * served, and no browser sends one: the connection is closed.
 */
final class Hangup implements ChannelListener<ConduitStreamSourceChannel> {
    private final HttpServerConnection connection;
    private final StreamSourceConduit source;

    private Hangup(HttpServerConnection connection) {
        this.connection = connection;
        // Beneath what Undertow put around it for the request's body, which has ended and would say so for ever.
        this.source = connection.getOriginalSourceConduit();
    }

    /** Watches the connection of a request whose body was read. The listener goes when the exchange is complete. */
    static void watch(HttpServerExchange exchange) {
        if (exchange.getConnection() instanceof HttpServerConnection connection) {
            Hangup hangup = new Hangup(connection);
            connection.getChannel().getSourceChannel().setReadListener(hangup);
            hangup.source.resumeReads();
        }
    }

    @Override
    public void handleEvent(ConduitStreamSourceChannel channel) {
        try {
            if (source.read(ByteBuffer.allocate(1)) != 0) {
                IoUtils.safeClose(connection);
            }
        } catch (IOException e) {
            IoUtils.safeClose(connection);
        }
    }
}
