package dev.lodestar.runtime.http.answer;

import dev.lodestar.runtime.connection.refusal.LingeringClose;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.server.protocol.http2.Http2ServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * The answer to a request whose body has not arrived completely, and is not wanted. The answer is sent first; then
 * what the client still sends is discarded for a while, and the connection is closed.
 */
final class EarlyAnswer implements IoCallback {
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final boolean bodyBegun;
    private final @Nullable StreamSourceChannel channel;
    private boolean closing;

    private EarlyAnswer(boolean bodyBegun, @Nullable StreamSourceChannel channel) {
        this.bodyBegun = bodyBegun;
        this.channel = channel;
    }

    /**
     * Sends a body as the answer.
     *
     * @param channel the request's channel if somebody has begun to read from it, else null
     */
    static void send(HttpServerExchange exchange, ByteBuffer body, @Nullable StreamSourceChannel channel) {
        exchange.setPersistent(false);
        StreamSourceChannel source = channel == null ? exchange.getRequestChannel() : channel;
        exchange.getResponseSender().send(body, new EarlyAnswer(channel != null, source));
    }

    private static boolean isHttp2(HttpServerExchange exchange) {
        return exchange.getConnection() instanceof Http2ServerConnection;
    }

    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
        if (isHttp2(exchange) && !closing) {
            // Undertow holds back what is written until it is told that this is the end.
            closing = true;
            sender.close(this);
            return;
        }
        // A client that waits for permission to send its body gets none, and sends nothing.
        if (channel == null || !bodyBegun && HttpContinue.requiresContinueResponse(exchange.getRequestHeaders())) {
            exchange.endExchange();
            return;
        }
        LingeringClose.begin(
                exchange.getIoThread(), LINGER, LingeringClose.MAX_BODY_BYTES, new Remainder(exchange, channel));
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException e) {
        IoUtils.safeClose(exchange.getConnection());
    }

    /** The rest of the body. */
    private record Remainder(HttpServerExchange exchange, StreamSourceChannel channel)
            implements LingeringClose.Source {
        @Override
        public int read(ByteBuffer into) throws IOException {
            return BodyChannel.read(channel, into);
        }

        @Override
        public void whenReadable(Runnable listener) {
            channel.getReadSetter().set(readable -> listener.run());
            channel.resumeReads();
        }

        @Override
        public void close() {
            if (isHttp2(exchange) && !exchange.isRequestComplete()) {
                // This resets the stream. Otherwise Undertow would wait for the rest for ever.
                IoUtils.safeClose(channel);
            }
            exchange.endExchange();
        }
    }
}
