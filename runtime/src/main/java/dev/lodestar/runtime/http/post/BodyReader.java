package dev.lodestar.runtime.http.post;

import dev.lodestar.Limits;
import dev.lodestar.runtime.connection.http1.Framing;
import dev.lodestar.runtime.connection.http2.Http2Head;
import dev.lodestar.runtime.connection.http2.Http2Requests;
import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.answer.BodyChannel;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads a request's body without blocking a thread. Runs on the connection's thread. There the body is passed on, or
 * the request is refused: with 413 if the body is too large, 503 if there is no memory for it, 408 if it stalls.
 */
final class BodyReader {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final HttpServerExchange exchange;
    private final Limits limits;
    private final Body body;
    private final Consumer<Body> done;

    /** Called when the connection is closed; a field, since it is removed by identity. */
    private final Runnable closed = this::connectionClosed;

    /** The channel on which more of the body is expected, if not all of it was there at once. */
    private @Nullable StreamSourceChannel awaited;

    private XnioExecutor.@Nullable Key deadline;
    private boolean over;

    private BodyReader(HttpServerExchange exchange, Limits limits, Body body, Consumer<Body> done) {
        this.exchange = exchange;
        this.limits = limits;
        this.body = body;
        this.done = done;
    }

    /**
     * Reads the body of a request.
     *
     * @param limits the maximum size and time of a body
     * @param budget the memory for bodies
     * @param client whose share of the memory is charged
     * @param done receives the body, and must release it; not called if the request was refused
     */
    static void read(
            HttpServerExchange exchange, Limits limits, BodyBudget budget, Object client, Consumer<Body> done) {
        if (exchange.isRequestComplete()) {
            done.accept(new Body(budget, client, 0));
            return;
        }
        long declared = declared(exchange, limits.bodyBytes());
        if (declared > limits.bodyBytes()) {
            tooLarge(exchange, limits, null);
            return;
        }
        BodyReader reader = new BodyReader(exchange, limits, new Body(budget, client, (int) declared), done);
        if (HttpContinue.requiresContinueResponse(exchange)) {
            HttpContinue.sendContinueResponse(exchange, new AfterContinue(reader));
        } else {
            reader.begin();
        }
    }

    private static long declared(HttpServerExchange exchange, int otherwise) {
        String length = exchange.getRequestHeaders().getFirst(Headers.CONTENT_LENGTH);
        return length == null ? otherwise : Long.parseLong(length);
    }

    private static void tooLarge(HttpServerExchange exchange, Limits limits, @Nullable StreamSourceChannel channel) {
        String sentence = "The body must have at most " + limits.bodyBytes() + " bytes.";
        Answer.text(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE, sentence, channel);
    }

    /** Refuses a request since there is no memory left for its body, or for what is in it. */
    static void noMemory(HttpServerExchange exchange, @Nullable StreamSourceChannel channel) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_AFTER_SECONDS);
        String sentence = "The server has as many bodies of requests as it takes; try again later.";
        Answer.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, sentence, channel);
    }

    private void connectionClosed() {
        if (!over) {
            abandon();
            exchange.setPersistent(false);
            exchange.endExchange();
        }
    }

    private void begin() {
        StreamSourceChannel channel = exchange.getRequestChannel();
        if (channel == null) {
            return;
        }
        if (!readAvailable(channel)) {
            Http2Requests.bodyExpected(exchange, closed);
            deadline = exchange.getIoThread()
                    .executeAfter(() -> tooSlow(channel), limits.requestTime().toMillis(), TimeUnit.MILLISECONDS);
            awaited = channel;
            channel.getReadSetter().set(this::readAvailable);
            channel.resumeReads();
        }
    }

    /** Reads what has arrived. Returns true if the body is complete, or the request was refused. */
    private boolean readAvailable(StreamSourceChannel channel) {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (!over) {
                buffer.clear();
                int read = BodyChannel.read(channel, buffer);
                String fault = Framing.fault(exchange);
                if (fault != null) {
                    malformed(fault, channel);
                } else if (read == 0) {
                    return false;
                } else if ((long) body.size() + read > limits.bodyBytes()) {
                    abandon();
                    tooLarge(exchange, limits, channel);
                } else if (read < 0 && declared(exchange, body.size()) != body.size()) {
                    // HTTP/2, ended by trailers.
                    abandon();
                    Answer.text(exchange, StatusCodes.BAD_REQUEST, Http2Head.WRONG_LENGTH, channel);
                } else if (read < 0 ? !body.complete() : !body.add(buffer.flip())) {
                    abandon();
                    noMemory(exchange, channel);
                } else if (read < 0) {
                    finish();
                    done.accept(body);
                }
            }
        } catch (IOException e) {
            // Or the client has hung up, and nobody reads the answer.
            malformed("The body is not well-formed.", channel);
        }
        return true;
    }

    private void malformed(String sentence, StreamSourceChannel channel) {
        abandon();
        exchange.setPersistent(false);
        Answer.text(exchange, StatusCodes.BAD_REQUEST, sentence, channel);
    }

    private void tooSlow(StreamSourceChannel channel) {
        if (!over) {
            abandon();
            Answer.text(exchange, StatusCodes.REQUEST_TIME_OUT, "The body took too long to arrive.", channel);
        }
    }

    /** Stops reading, and drops the body. */
    private void abandon() {
        if (!over) {
            finish();
            body.release();
        }
    }

    private void finish() {
        over = true;
        // Before the answer is sent, since after that the rest may be discarded by somebody else.
        if (awaited != null) {
            awaited.suspendReads();
        }
        if (deadline != null) {
            deadline.remove();
            Http2Requests.bodyEnded(exchange, closed);
        }
    }

    private record AfterContinue(BodyReader reader) implements IoCallback {
        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {
            reader.begin();
        }

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException e) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
