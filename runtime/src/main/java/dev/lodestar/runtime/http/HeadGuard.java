package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import dev.lodestar.runtime.fair.Line;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
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
 * Watches the head of each request of HTTP/1.1 as it arrives, beneath Undertow, which answers one that it cannot read with a
 * bare 400 and one that does not come not at all. So a client gets to know what is wrong: its head comes too slowly, has too
 * many bytes or lines, or is none. Confined to the connection's thread.
 */
final class HeadGuard extends AbstractStreamSourceConduit<StreamSourceConduit> {
    /** What may come before anybody looks at it. */
    private static final int READ_AHEAD_BYTES = 64 << 10;

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

    /** Bytes of a body that came since the last ones that were more than its packing: chunks' sizes, trailers. */
    private int packing;

    private XnioExecutor.@Nullable Key deadline;

    private HeadGuard(StreamConnection connection, Limits limits, Line line) {
        super(connection.getSourceChannel().getConduit());
        this.connection = connection;
        this.limits = limits;
        this.line = line;
        this.sink = new RefusalSink(connection.getSinkChannel().getConduit(), this);
    }

    /** Watches a connection on which nothing was read or written yet. */
    static void install(StreamConnection connection, Limits limits, Line line) {
        HeadGuard guard = new HeadGuard(connection, limits, line);
        connection.getSourceChannel().setConduit(guard);
        connection.getSinkChannel().setConduit(guard.sink);
    }

    /** Says that Undertow has read a request's head and found nothing wrong with it. */
    static void handOver(HttpServerExchange exchange) {
        HeadGuard guard = of(exchange);
        if (guard != null) {
            guard.handedOver = true;
        }
    }

    /** Says that a request is answered, so that the next one's head may come. */
    static void expectNext(HttpServerExchange exchange) {
        HeadGuard guard = of(exchange);
        if (guard != null) {
            guard.head = new ArrivingHead();
            guard.arriving = true;
            guard.handedOver = false;
        }
    }

    /** Says that bytes of a request's body have come. Undertow keeps any number of trailers, which are none. */
    static void progressed(HttpServerExchange exchange) {
        HeadGuard guard = of(exchange);
        if (guard != null) {
            guard.packing = 0;
        }
    }

    /** What guards a request's connection, or null if it is one of HTTP/2. */
    private static @Nullable HeadGuard of(HttpServerExchange exchange) {
        return exchange.getConnection() instanceof HttpServerConnection connection
                        && connection.getOriginalSourceConduit() instanceof HeadGuard guard
                ? guard
                : null;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (gone) {
            return left ? -1 : 0;
        }
        int from = into.position();
        int read = arriving ? readUnlessGone(into) : super.read(into);
        if (arriving) {
            for (int i = from; i < from + read; i++) {
                head.add(into.get(i));
            }
        } else if (!sink.isRefused()) {
            packing += Math.max(read, 0);
            if (packing > limits.headerBytes() + READ_AHEAD_BYTES) {
                throw new IOException("A body is packed in more than it holds.");
            }
        }
        return read;
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
