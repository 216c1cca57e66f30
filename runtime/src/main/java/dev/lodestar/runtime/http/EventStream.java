package dev.lodestar.runtime.http;

import dev.lodestar.Reply;
import dev.lodestar.runtime.asset.AcceptEncoding;
import dev.lodestar.runtime.fair.FairThreads;
import dev.lodestar.runtime.hub.Outlet;
import dev.lodestar.runtime.hub.Subscription;
import dev.lodestar.runtime.presence.Presence;
import io.undertow.server.Connectors;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpAttachments;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.StreamSinkConduit;

/**
 * A response that stays open. It has no thread of its own: the connection's thread writes to it, and sees at once when
 * the browser goes away. Confined to that thread.
 */
final class EventStream implements Outlet {
    static final String CONTENT_TYPE = "text/event-stream";

    private static final HttpString ACCEL_BUFFERING = new HttpString("X-Accel-Buffering");

    private final HttpServerExchange exchange;
    private final @Nullable String session;
    private final Presence presence;
    private final StreamRefusal refusal;
    private final boolean gzip;
    private final boolean chunked;
    private @Nullable StreamSinkChannel sink;

    /**
     * Where chunks go once the headers and some chunks are out: beneath what Undertow puts around a connection to keep account
     * of the response, which has nothing to do for whole chunks, thousands of times a second. Null before, and at the end.
     */
    private @Nullable StreamSinkConduit wire;

    /** The bytes that went there, past Undertow. */
    private long unseen;

    private boolean awaiting;
    private @Nullable Subscription subscription;
    private XnioExecutor.@Nullable Key alarm;

    /** Whether the exchange is complete, which may be so before the subscription is known: the first write can fail. */
    private boolean over;

    private EventStream(
            HttpServerExchange exchange, @Nullable String session, Presence presence, StreamRefusal refusal) {
        this.exchange = exchange;
        this.session = session;
        this.presence = presence;
        this.refusal = refusal;
        this.gzip = AcceptEncoding.parse(
                        HeaderFields.joined(exchange.getRequestHeaders(), Headers.ACCEPT_ENCODING_STRING))
                .takesGzip();
        this.chunked = exchange.isHttp11() && ownsConnection();
    }

    /**
     * Makes a request's response a stream of a feed. Called on the connection's thread.
     *
     * @param session the key of the browser's session, if it has one
     * @param presence what is told of the stream's opening and end
     * @param refusal what the page gets if it is refused
     * @param subscribe makes it the outlet of a subscriber
     */
    static void open(
            HttpServerExchange exchange,
            @Nullable String session,
            Presence presence,
            StreamRefusal refusal,
            Function<Outlet, Subscription> subscribe) {
        if (exchange.isComplete()) {
            // The browser has gone already.
            return;
        }
        EventStream stream = new EventStream(exchange, session, presence, refusal);
        // The one thing that Undertow does however an exchange ends: in order, by a broken connection, by a close.
        exchange.addExchangeCompleteListener(stream::complete);
        Hangup.watch(exchange);
        stream.begin(subscribe.apply(stream));
    }

    private void begin(Subscription begun) {
        subscription = begun;
        if (over) {
            begun.ended();
        }
    }

    @Override
    public Executor thread() {
        return exchange.getIoThread();
    }

    @Override
    public @Nullable String session() {
        return session;
    }

    @Override
    public boolean takesGzip() {
        return gzip;
    }

    @Override
    public boolean isChunked() {
        return chunked;
    }

    @Override
    public void refuse(Reply reply) {
        refusal.answer(exchange, reply);
    }

    @Override
    public byte[] lastEvent(Reply reply) {
        return refusal.lastEvent(exchange, reply);
    }

    @Override
    public int prefetch() {
        // What kind of object it is stands in the object.
        return (wire instanceof RefusalSink ? 1 : 0) + (int) unseen;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        int written = 1;
        while (bytes.hasRemaining() && written > 0) {
            written = wire != null ? wire.write(bytes) : sink().write(bytes);
            unseen += wire != null ? written : 0;
        }
    }

    @Override
    public boolean flush() throws IOException {
        if (wire != null) {
            return wire.flush();
        }
        boolean flushed = sink().flush();
        if (flushed && exchange.getConnection() instanceof HttpServerConnection connection) {
            wire = RefusalSink.beneath(connection.getOriginalSinkConduit());
        }
        return flushed;
    }

    @Override
    public void awaitWritable(boolean wanted) {
        if (awaiting != wanted && sink != null) {
            awaiting = wanted;
            if (wanted) {
                sink.resumeWrites();
            } else {
                sink.suspendWrites();
            }
        }
    }

    @Override
    public void beginEnd() {
        wire = null;
    }

    @Override
    public void afterOthers(Object who, Runnable task) {
        FairThreads.afterOthers(who, task);
    }

    @Override
    public void after(Duration time, Runnable task) {
        if (over) {
            return;
        }
        alarm = exchange.getIoThread().executeAfter(task, Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void end() {
        exchange.endExchange();
    }

    @Override
    public void abort() {
        IoUtils.safeClose(ownsConnection() || sink == null ? exchange.getConnection() : sink);
    }

    /** Whether nothing else is on the connection, as on one of HTTP/2. */
    private boolean ownsConnection() {
        return exchange.getConnection() instanceof HttpServerConnection;
    }

    /** The response's channel; the answer becomes a stream when it is first asked for. */
    private StreamSinkChannel sink() throws IOException {
        if (sink == null) {
            exchange.getResponseHeaders()
                    .put(Headers.CONTENT_TYPE, CONTENT_TYPE)
                    .put(Headers.CACHE_CONTROL, "no-store, no-transform")
                    // Proxies of the nginx family hold answers back otherwise.
                    .put(ACCEL_BUFFERING, "no");
            if (gzip) {
                exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
            }
            if (chunked) {
                exchange.getResponseHeaders().put(Headers.TRANSFER_ENCODING, Headers.CHUNKED.toString());
                exchange.putAttachment(HttpAttachments.PRE_CHUNKED_RESPONSE, true);
            }
            // Nothing comes after a stream on its connection, and whoever keeps connections has to know. Undertow
            // would set up a closed one for its next request, too, with a timer that holds it for a minute.
            exchange.setPersistent(false);
            sink = exchange.getResponseChannel();
            if (sink == null) {
                throw new ClosedChannelException();
            }
            sink.getWriteSetter().set(channel -> writable());
            presence.opened();
        }
        return sink;
    }

    private void writable() {
        if (sink != null && !sink.isOpen()) {
            // A stream of HTTP/2 that was reset; Undertow says so only here, and leaves the exchange as it is.
            Connectors.terminateResponse(exchange);
        } else if (subscription != null) {
            subscription.writable();
        }
    }

    private void complete(HttpServerExchange ended, ExchangeCompletionListener.NextListener next) {
        over = true;
        AccessLog.sent(exchange, unseen);
        try {
            if (alarm != null) {
                alarm.remove();
            }
            if (subscription != null) {
                subscription.ended();
            }
            endPresence();
        } finally {
            next.proceed();
        }
    }

    // Behind what takes the subscriber out of its feed, so that the stream is not counted any more.
    private void endPresence() {
        try {
            thread().execute(presence::ended);
        } catch (RejectedExecutionException serverHasClosed) {
            presence.ended();
        }
    }
}
