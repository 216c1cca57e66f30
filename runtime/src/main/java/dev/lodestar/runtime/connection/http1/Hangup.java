package dev.lodestar.runtime.connection.http1;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.ChannelListener;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Notices when the browser at the other end of a stream hangs up. While a response is under way Undertow does not
 * read from an HTTP/1.1 connection, so that nobody would notice before a write fails.
 *
 * <p>Anything else that arrives is a further request on a connection whose answer never ends. It cannot be served,
 * and no browser sends one: the connection is closed.
 */
public final class Hangup implements ChannelListener<ConduitStreamSourceChannel> {
    /**
     * Beneath the conduits that Undertow added for the request's body, which would report the end of the body for
     * ever.
     */
    private final HeadGuard source;

    private Hangup(HeadGuard source) {
        this.source = source;
    }

    /** Watches the connection of a request whose body was read, until the exchange is complete. */
    public static void watch(HttpServerExchange exchange) {
        if (exchange.getConnection() instanceof HttpServerConnection connection
                && connection.getOriginalSourceConduit() instanceof HeadGuard source) {
            connection.getChannel().getSourceChannel().setReadListener(new Hangup(source));
            source.resumeReads();
        }
    }

    @Override
    public void handleEvent(ConduitStreamSourceChannel channel) {
        try {
            if (source.read(ByteBuffer.allocate(1)) != 0) {
                source.depart();
            }
        } catch (IOException e) {
            source.depart();
        }
    }
}
