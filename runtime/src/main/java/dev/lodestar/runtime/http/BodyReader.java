package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads a request's body without waiting on a thread. Runs on the connection's thread; the body is handed on there, or
 * the request is refused: 413 if the body is too large, 408 if it does not come.
 */
final class BodyReader {
    private static final byte[] NOTHING = {};

    private final HttpServerExchange exchange;
    private final Limits limits;
    private final Consumer<byte[]> done;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private XnioExecutor.@Nullable Key deadline;
    private boolean over;

    private BodyReader(HttpServerExchange exchange, Limits limits, Consumer<byte[]> done) {
        this.exchange = exchange;
        this.limits = limits;
        this.done = done;
    }

    /**
     * Reads the body of a request.
     *
     * @param limits what it may cost
     * @param done what is given the body; not called if there is an answer already
     */
    static void read(HttpServerExchange exchange, Limits limits, Consumer<byte[]> done) {
        if (exchange.isRequestComplete()) {
            done.accept(NOTHING);
        } else if (declares(exchange, limits.bodyBytes())) {
            refuse(exchange, limits.bodyBytes(), null);
        } else if (HttpContinue.requiresContinueResponse(exchange)) {
            HttpContinue.sendContinueResponse(exchange, new AfterContinue(new BodyReader(exchange, limits, done)));
        } else {
            new BodyReader(exchange, limits, done).begin();
        }
    }

    // A number too long for a long is larger than any limit.
    private static boolean declares(HttpServerExchange exchange, int limit) {
        String length = exchange.getRequestHeaders().getFirst(Headers.CONTENT_LENGTH);
        return length != null && (length.length() > 18 || Long.parseLong(length) > limit);
    }

    private static void refuse(HttpServerExchange exchange, int limit, @Nullable StreamSourceChannel channel) {
        String sentence = "The body must have at most " + limit + " bytes.";
        Answer.text(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE, sentence, channel);
    }

    private void begin() {
        StreamSourceChannel channel = exchange.getRequestChannel();
        if (channel == null) {
            return;
        }
        if (!readAvailable(channel)) {
            deadline = exchange.getIoThread()
                    .executeAfter(() -> tooSlow(channel), limits.requestTime().toMillis(), TimeUnit.MILLISECONDS);
            channel.getReadSetter().set(this::readable);
            channel.resumeReads();
        }
    }

    private void readable(StreamSourceChannel channel) {
        if (readAvailable(channel)) {
            channel.suspendReads();
        }
    }

    /** Reads what is there; true if that was the rest, or if there will be no more to read. */
    private boolean readAvailable(StreamSourceChannel channel) {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (!over) {
                buffer.clear();
                int read = read(exchange, channel, buffer);
                if (read == 0) {
                    return false;
                }
                if (read < 0) {
                    finish();
                    done.accept(body.toByteArray());
                } else if (body.size() + read > limits.bodyBytes()) {
                    finish();
                    refuse(exchange, limits.bodyBytes(), channel);
                } else {
                    byte[] bytes = new byte[read];
                    buffer.flip().get(bytes);
                    body.write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            // Gone, or a chunk that is none: there is nobody to answer, or no place in the connection to go on from.
            finish();
            exchange.setPersistent(false);
            Answer.text(exchange, StatusCodes.BAD_REQUEST, "The body is not well-formed.", channel);
        }
        return true;
    }

    /**
     * Reads what there is of a body.
     *
     * @throws IOException if it is none, or is packed in more than it holds
     */
    static int read(HttpServerExchange exchange, StreamSourceChannel channel, ByteBuffer into) throws IOException {
        try {
            int read = channel.read(into);
            if (read > 0) {
                HeadGuard.progressed(exchange);
            }
            return read;
        } catch (RuntimeException e) {
            // What Undertow says of some that are malformed, such as trailers without a name.
            throw new IOException(e);
        }
    }

    private void tooSlow(StreamSourceChannel channel) {
        if (!over) {
            finish();
            Answer.text(exchange, StatusCodes.REQUEST_TIME_OUT, "The body took too long to arrive.", channel);
        }
    }

    private void finish() {
        over = true;
        if (deadline != null) {
            deadline.remove();
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
