package dev.lodestar.runtime.connection.http1;

import dev.lodestar.Limits;
import dev.lodestar.runtime.connection.fair.ClientQueue;
import dev.lodestar.runtime.connection.refusal.DiscardBuffer;
import dev.lodestar.runtime.connection.refusal.FinalAnswer;
import dev.lodestar.runtime.connection.refusal.HeadSize;
import dev.lodestar.runtime.connection.refusal.LingeringClose;
import dev.lodestar.runtime.connection.refusal.Refusal;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;
import org.xnio.ssl.SslConnection;

/**
 * Checks the head of each HTTP/1.1 request as it arrives, before Undertow reads it. Undertow answers a malformed head
 * with a bare 400, and a head that never ends with nothing. This guard tells the client what is wrong: the head is
 * too slow, too large, has too many lines, or is malformed. It also rejects what Undertow accepts and should not:
 * folded headers, and malformed chunks, of which Undertow gets only what precedes the first invalid byte. Confined to
 * the connection's thread.
 */
final class HeadGuard extends AbstractStreamSourceConduit<StreamSourceConduit> implements RefusalSink.Head {
    private static final FinalAnswer TOO_SLOW =
            FinalAnswer.of(new Refusal(StatusCodes.REQUEST_TIME_OUT, "The headers took too long to arrive."));
    private static final Refusal MALFORMED = Refusal.badRequest("The request is not well-formed.");

    private final StreamConnection connection;
    private final Limits limits;
    private final ClientQueue queue;
    private final RefusalSink sink;
    private ArrivingHead head = new ArrivingHead();
    private boolean arriving = true;
    private boolean handedOver;

    /** Whether the client has hung up, so that all that is left to do is to close the connection. */
    private boolean departed;

    /** Whether readers get the end of file, since the connection is being closed. */
    private boolean atEnd;

    /** The body that is arriving, if it is in chunks. */
    private @Nullable ChunkSyntax chunks;

    /** The number of bytes discarded since the first invalid one. */
    private long discarded;

    private XnioExecutor.@Nullable Key deadline;

    private HeadGuard(StreamConnection connection, Limits limits, ClientQueue queue) {
        super(connection.getSourceChannel().getConduit());
        this.connection = connection;
        this.limits = limits;
        this.queue = queue;
        this.sink = new RefusalSink(connection, this, this);
    }

    /**
     * Guards a connection on which nothing was written yet.
     *
     * @param queue where the connection waits for its turn
     * @param read what was read from it already, if anything
     */
    static void install(
            StreamConnection connection, Limits limits, ClientQueue queue, @Nullable PooledByteBuffer read) {
        HeadGuard guard = new HeadGuard(connection, limits, queue);
        connection.getSourceChannel().setConduit(guard);
        connection.getSinkChannel().setConduit(guard.sink);
        guard.follow(read);
    }

    /** Called when Undertow has read a request's head and found nothing wrong with it. */
    static void handOver(HttpServerExchange exchange) {
        HeadGuard guard = of(exchange);
        if (guard != null) {
            guard.handedOver = true;
            guard.chunks = exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)
                    ? new ChunkSyntax(guard.limits.headerBytes())
                    : null;
            guard.follow(readAhead(exchange));
            guard.dropMalformed(exchange);
            exchange.addExchangeCompleteListener((ended, next) -> {
                guard.expectNext(ended);
                next.proceed();
            });
        }
    }

    private void expectNext(HttpServerExchange answered) {
        head = new ArrivingHead();
        arriving = true;
        handedOver = false;
        chunks = null;
        follow(readAhead(answered));
    }

    /** What is wrong with a request that Undertow accepts, or null. */
    static @Nullable String fault(HttpServerExchange exchange) {
        HeadGuard guard = of(exchange);
        if (guard == null) {
            return null;
        }
        if (guard.head.isFolded()) {
            return "A header must be on one line, not folded into several.";
        }
        return guard.isMalformed() ? "The body's chunks are not well-formed." : null;
    }

    /** The guard of a request's connection, or null for HTTP/2. */
    private static @Nullable HeadGuard of(HttpServerExchange exchange) {
        return exchange.getConnection() instanceof HttpServerConnection connection
                        && connection.getOriginalSourceConduit() instanceof HeadGuard guard
                ? guard
                : null;
    }

    /** Bytes that have passed the guard, and that Undertow has not parsed yet. */
    private static @Nullable PooledByteBuffer readAhead(HttpServerExchange exchange) {
        return ((HttpServerConnection) exchange.getConnection()).getExtraBytes();
    }

    // Otherwise Undertow could take it for a complete body, after which the connection closes before the client has
    // read the answer.
    private void dropMalformed(HttpServerExchange exchange) {
        PooledByteBuffer read = readAhead(exchange);
        if (isMalformed() && read != null) {
            ((HttpServerConnection) exchange.getConnection()).setExtraBytes(null);
            read.close();
        }
    }

    private void follow(@Nullable PooledByteBuffer read) {
        if (read != null) {
            ByteBuffer bytes = read.getBuffer();
            follow(bytes, bytes.position(), bytes.limit());
        }
    }

    /** Checks bytes that have arrived, and returns the index after the last valid one. */
    private int follow(ByteBuffer bytes, int start, int end) {
        if (chunks != null) {
            return chunks.follow(bytes, start, end);
        }
        if (arriving) {
            for (int i = start; i < end; i++) {
                head.add(bytes.get(i));
            }
        }
        return end;
    }

    private boolean isMalformed() {
        return chunks != null && chunks.isMalformed();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (departed) {
            return atEnd ? -1 : 0;
        }
        if (isMalformed()) {
            return discard();
        }
        int start = into.position();
        int read = arriving ? readHead(into) : super.read(into);
        if (read <= 0) {
            return read;
        }
        int end = follow(into, start, start + read);
        into.position(end);
        return end - start;
    }

    // What follows an invalid byte is read and discarded, so that the client can read why its request is refused.
    private int discard() throws IOException {
        int read = super.read(DiscardBuffer.get());
        discarded += Math.max(read, 0);
        return read < 0 || discarded > LingeringClose.MAX_BODY_BYTES ? -1 : 0;
    }

    // TLS has its own way to end in order.
    private int readHead(ByteBuffer into) throws IOException {
        try {
            int read = super.read(into);
            if (read >= 0 || connection instanceof SslConnection) {
                return read;
            }
        } catch (IOException reset) {
            // There is nobody to answer, and no request to fail.
        }
        depart();
        return 0;
    }

    /** Closes the connection soon, since its client has hung up. */
    void depart() {
        if (departed) {
            return;
        }
        departed = true;
        suspendReads();
        if (connection.getIoThread() == Thread.currentThread()) {
            queue.add(this::close);
        } else {
            // This happens to a pipelined request. Closing is cheap from another thread.
            IoUtils.safeClose(connection);
        }
    }

    // Readers get the end of file, and cancel their timers, by which the thread would remember the connection.
    private void close() {
        atEnd = true;
        ConduitStreamSourceChannel source = connection.getSourceChannel();
        ChannelListeners.invokeChannelListener(source, source.getReadListener());
        IoUtils.safeClose(connection);
    }

    // Undertow waits for more bytes.
    @Override
    public void resumeReads() {
        if (departed) {
            return;
        }
        if (arriving && head.bytes() > 0 && deadline == null) {
            deadline = connection
                    .getIoThread()
                    .executeAfter(this::tooSlow, limits.requestTime().toMillis(), TimeUnit.MILLISECONDS);
        }
        super.resumeReads();
    }

    // Undertow has the complete head.
    @Override
    public void suspendReads() {
        arrived();
        super.suspendReads();
    }

    private void arrived() {
        arriving = false;
        if (deadline != null) {
            deadline.remove();
            deadline = null;
        }
    }

    private void tooSlow() {
        if (arriving) {
            sink.refuse(TOO_SLOW);
        }
    }

    @Override
    public boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public Refusal refusal() {
        if (head.firstLine() > limits.urlBytes()) {
            return HeadSize.longUrl(limits);
        }
        if (head.bytes() > limits.headerBytes() || head.lines() > limits.headers()) {
            return HeadSize.largeHeaders(limits);
        }
        return MALFORMED;
    }

    @Override
    public void refused() {
        arrived();
    }
}
