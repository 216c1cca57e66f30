package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import dev.lodestar.runtime.fair.Line;
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
 * Checks the head of each HTTP/1.1 request as it arrives, before Undertow reads it. Undertow answers a malformed head with
 * a bare 400, and a head that never ends with nothing. This guard tells the client what is wrong: the head is too slow, too
 * large, has too many lines, or is malformed. It also rejects what Undertow accepts and should not: folded headers, and
 * malformed chunks, of which Undertow gets only what precedes the first invalid byte. Confined to the connection's thread.
 */
final class HeadGuard extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private static final FinalAnswer TOO_SLOW =
            FinalAnswer.of(StatusCodes.REQUEST_TIME_OUT, "The headers took too long to arrive.");
    private static final FinalAnswer MALFORMED =
            FinalAnswer.of(StatusCodes.BAD_REQUEST, "The request is not well-formed.");

    private final StreamConnection connection;
    private final Limits limits;
    private final Line line;
    private final RefusalSink sink;
    private ArrivingHead head = new ArrivingHead();
    private boolean arriving = true;

    /** Whether the request is ours to answer, and no longer Undertow's. */
    private boolean handedOver;

    /** Whether the client is, so that all that is left to do is to close the connection. */
    private boolean gone;

    /** Whether whoever waits for bytes is shown the end. */
    private boolean left;

    /** The body that arrives, if it is in chunks. */
    private @Nullable ChunkSyntax chunks;

    /** Bytes that came behind the first wrong one. */
    private long dropped;

    private XnioExecutor.@Nullable Key deadline;

    private HeadGuard(StreamConnection connection, Limits limits, Line line) {
        super(connection.getSourceChannel().getConduit());
        this.connection = connection;
        this.limits = limits;
        this.line = line;
        this.sink = new RefusalSink(connection.getSinkChannel().getConduit(), this);
    }

    /**
     * Watches a connection on which nothing was written yet.
     *
     * @param read what was read from it already, if anything
     */
    static void install(StreamConnection connection, Limits limits, Line line, @Nullable PooledByteBuffer read) {
        HeadGuard guard = new HeadGuard(connection, limits, line);
        connection.getSourceChannel().setConduit(guard);
        connection.getSinkChannel().setConduit(guard.sink);
        guard.follow(read);
    }

    /** Says that Undertow has read a request's head and found nothing wrong with it. */
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

    /** What is wrong with how a request came, in spite of what Undertow says, or null. */
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

    /** What guards a request's connection, or null if it is one of HTTP/2. */
    private static @Nullable HeadGuard of(HttpServerExchange exchange) {
        return exchange.getConnection() instanceof HttpServerConnection connection
                        && connection.getOriginalSourceConduit() instanceof HeadGuard guard
                ? guard
                : null;
    }

    /** What has come through here already, behind what Undertow has looked at. */
    private static @Nullable PooledByteBuffer readAhead(HttpServerExchange exchange) {
        return ((HttpServerConnection) exchange.getConnection()).getExtraBytes();
    }

    // Else Undertow could take it for a whole body, behind which the connection closes before the client has the
    // answer.
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

    /** Looks at bytes that have come, and gives the index behind those that are good. */
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
        if (gone) {
            return left ? -1 : 0;
        }
        if (isMalformed()) {
            return drop();
        }
        int start = into.position();
        int read = arriving ? readUnlessGone(into) : super.read(into);
        if (read <= 0) {
            return read;
        }
        int end = follow(into, start, start + read);
        into.position(end);
        return end - start;
    }

    // What comes behind a wrong byte is taken away, so that the client gets to read why its request is refused.
    private int drop() throws IOException {
        int read = super.read(Dropped.room());
        dropped += Math.max(read, 0);
        return read < 0 || dropped > Linger.MOST_BYTES ? -1 : 0;
    }

    // TLS has its own way to end in order.
    private int readUnlessGone(ByteBuffer into) throws IOException {
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

    /** Closes the connection, whose client has gone, before long. */
    void depart() {
        if (gone) {
            return;
        }
        gone = true;
        suspendReads();
        if (connection.getIoThread() == Thread.currentThread()) {
            line.add(this::leave);
        } else {
            // As with a request that came together with the one before; from another thread it is cheap.
            IoUtils.safeClose(connection);
        }
    }

    // Whoever waits for bytes sees the end, and takes back what it had planned for later: the thread would remember the
    // connection until then.
    private void leave() {
        left = true;
        ConduitStreamSourceChannel source = connection.getSourceChannel();
        ChannelListeners.invokeChannelListener(source, source.getReadListener());
        IoUtils.safeClose(connection);
    }

    // Undertow waits for more.
    @Override
    public void resumeReads() {
        if (gone) {
            return;
        }
        if (arriving && head.bytes() > 0 && deadline == null) {
            deadline = connection
                    .getIoThread()
                    .executeAfter(this::tooSlow, limits.requestTime().toMillis(), TimeUnit.MILLISECONDS);
        }
        super.resumeReads();
    }

    // Undertow has the whole head.
    @Override
    public void suspendReads() {
        arrived();
        super.suspendReads();
    }

    /** No head is arriving for now. */
    void arrived() {
        arriving = false;
        if (deadline != null) {
            deadline.remove();
            deadline = null;
        }
    }

    /** What is wrong with a head that Undertow cannot read. */
    FinalAnswer refusal() {
        if (head.firstLine() > limits.urlBytes()) {
            return FinalAnswer.of(StatusCodes.REQUEST_URI_TOO_LARGE, HeadSize.longUrl(limits));
        }
        if (head.bytes() > limits.headerBytes() || head.lines() > limits.headers()) {
            return FinalAnswer.of(StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE, HeadSize.largeHeaders(limits));
        }
        return MALFORMED;
    }

    boolean isHandedOver() {
        return handedOver;
    }

    private void tooSlow() {
        if (arriving) {
            sink.refuse(TOO_SLOW);
        }
    }

    StreamConnection connection() {
        return connection;
    }
}
