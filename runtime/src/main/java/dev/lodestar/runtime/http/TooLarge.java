package dev.lodestar.runtime.http;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * Refuses a body that is too large: answers first, then takes and drops what the client goes on sending, for a while.
 * Closing at once would make the client's system throw the answer away unread (RFC 9112, 9.6).
 */
final class TooLarge implements IoCallback {
    private static final long LONGEST_SECONDS = 3;
    private static final long MOST_BYTES = 64 << 20;

    private final ByteBuffer dropped = ByteBuffer.allocate(16 << 10);
    private @Nullable StreamSourceChannel channel;
    private long taken;
    private boolean over;

    private TooLarge(@Nullable StreamSourceChannel channel) {
        this.channel = channel;
    }

    /**
     * Answers with 413.
     *
     * @param channel the request's channel if the body was begun to be read, else null
     */
    static void refuse(HttpServerExchange exchange, int limit, @Nullable StreamSourceChannel channel) {
        byte[] sentence = ("The body must have at most " + limit + " bytes.").getBytes(StandardCharsets.UTF_8);
        exchange.setStatusCode(StatusCodes.REQUEST_ENTITY_TOO_LARGE);
        exchange.setPersistent(false);
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(Headers.CACHE_CONTROL, Answer.NO_STORE);
        exchange.setResponseContentLength(sentence.length);
        exchange.getResponseSender().send(ByteBuffer.wrap(sentence), new TooLarge(channel));
    }

    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
        // A client that waits for leave to send its body gets none, and sends none.
        if (channel == null && HttpContinue.requiresContinueResponse(exchange.getRequestHeaders())) {
            exchange.endExchange();
            return;
        }
        StreamSourceChannel source = channel == null ? exchange.getRequestChannel() : channel;
        exchange.getIoThread().executeAfter(() -> finish(exchange), LONGEST_SECONDS, TimeUnit.SECONDS);
        source.getReadSetter().set(readable -> drop(exchange, readable));
        source.resumeReads();
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException e) {
        IoUtils.safeClose(exchange.getConnection());
    }

    private void drop(HttpServerExchange exchange, StreamSourceChannel source) {
        try {
            int read = 1;
            while (read > 0 && taken < MOST_BYTES && !over) {
                read = source.read(dropped.clear());
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
            exchange.endExchange();
        }
    }
}
