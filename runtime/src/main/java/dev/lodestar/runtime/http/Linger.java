package dev.lodestar.runtime.http;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.server.protocol.http2.Http2ServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Answers a request whose body is not wanted: the answer goes first, then what the client goes on sending is taken and
 * dropped for a while, then the connection is closed. Closing at once would make the client's system throw the answer
 * away unread (RFC 9112, 9.6); reading to the end would let a client send for ever.
 */
final class Linger implements IoCallback {
    private static final long LONGEST_SECONDS = 2;
    static final long MOST_BYTES = 64 << 20;

    private final boolean bodyBegun;
    private final @Nullable StreamSourceChannel channel;
    private XnioExecutor.@Nullable Key deadline;
    private long taken;
    private boolean answered;
    private boolean over;

    private Linger(boolean bodyBegun, @Nullable StreamSourceChannel channel) {
        this.bodyBegun = bodyBegun;
        this.channel = channel;
    }

    /**
     * Sends a body as the answer.
     *
     * @param channel the request's channel if its body was begun to be read, else null
     */
    static void send(HttpServerExchange exchange, ByteBuffer body, @Nullable StreamSourceChannel channel) {
        exchange.setPersistent(false);
        StreamSourceChannel source = channel == null ? exchange.getRequestChannel() : channel;
        exchange.getResponseSender().send(body, new Linger(channel != null, source));
    }

    private static boolean isHttp2(HttpServerExchange exchange) {
        return exchange.getConnection() instanceof Http2ServerConnection;
    }

    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
        if (isHttp2(exchange) && !answered) {
            // Undertow holds what is written until it is the end.
            answered = true;
            sender.close(this);
            return;
        }
        // A client that waits for leave to send its body gets none, and sends none.
        if (channel == null || !bodyBegun && HttpContinue.requiresContinueResponse(exchange.getRequestHeaders())) {
            exchange.endExchange();
            return;
        }
        try {
            deadline = exchange.getIoThread().executeAfter(() -> finish(exchange), LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            // The server has closed, and with it the connection.
            finish(exchange);
            return;
        }
        channel.getReadSetter().set(readable -> drop(exchange, readable));
        channel.resumeReads();
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException e) {
        IoUtils.safeClose(exchange.getConnection());
    }

    private void drop(HttpServerExchange exchange, StreamSourceChannel source) {
        try {
            ByteBuffer dropped = Dropped.room();
            int read = 1;
            while (read > 0 && taken < MOST_BYTES && !over) {
                read = BodyReader.read(exchange, source, dropped.clear());
                taken += Math.max(read, 0);
            }
            if (read < 0 || taken >= MOST_BYTES) {
                finish(exchange);
            }
        } catch (IOException e) {
            finish(exchange);
        }
    }

    private void finish(HttpServerExchange exchange) {
        if (!over) {
            over = true;
            if (deadline != null) {
                deadline.remove();
            }
            if (isHttp2(exchange) && !exchange.isRequestComplete()) {
                // This resets the stream. Otherwise Undertow waits for the rest for ever.
                IoUtils.safeClose(channel);
            }
            exchange.endExchange();
        }
    }
}
