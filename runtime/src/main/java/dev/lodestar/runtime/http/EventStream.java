package dev.lodestar.runtime.http;

import dev.lodestar.Reply;
import dev.lodestar.runtime.connection.fair.FairThreads;
import dev.lodestar.runtime.connection.http1.Hangup;
import dev.lodestar.runtime.connection.http1.RefusalSink;
import dev.lodestar.runtime.frame.FrameEncoding;
import dev.lodestar.runtime.http.answer.ContentTypes;
import dev.lodestar.runtime.http.request.AccessLog;
import dev.lodestar.runtime.hub.StreamTransport;
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
 * A response that stays open. It has no thread of its own: the connection's thread writes to it, and notices at once
 * when the browser goes away. Confined to that thread.
 */
final class EventStream implements StreamTransport {

    private static final HttpString ACCEL_BUFFERING = new HttpString("X-Accel-Buffering");

    private final HttpServerExchange exchange;
    private final Presence presence;
    private final StreamRefusal refusal;
    private final FrameEncoding encoding;
    private final boolean chunked;
    private @Nullable StreamSinkChannel sink;

    /**
     * Where chunks are written once the headers and the first chunks have been flushed: beneath the conduits with which
     * Undertow keeps track of the response, which have nothing to do for whole chunks, thousands of times per second.
     * Null before that, and while the stream ends.
     */
    private @Nullable StreamSinkConduit wire;

    /** The number of bytes that were written there, unknown to Undertow. */
    private long unseen;

    private boolean awaiting;
    private @Nullable Subscription subscription;
    private XnioExecutor.@Nullable Key alarm;

    /**
     * Whether the exchange is complete. The first write can fail, so this may happen before the subscription is known.
     */
    private boolean over;

    private EventStream(HttpServerExchange exchange, FrameEncoding encoding, Presence presence, StreamRefusal refusal) {
        this.exchange = exchange;
        this.encoding = encoding;
        this.presence = presence;
        this.refusal = refusal;
        this.chunked = exchange.isHttp11() && ownsConnection();
    }

    /**
     * Turns the response to a request into a stream of a feed. Called on the connection's thread.
     *
     * @param encoding the encoding that the browser is sent
     * @param presence is told when the stream opens and when it ends
     * @param refusal answers the page if the view refuses it
     * @param subscribe makes the stream the transport of a subscriber
     */
    static void open(
            HttpServerExchange exchange,
            FrameEncoding encoding,
            Presence presence,
            StreamRefusal refusal,
            Function<StreamTransport, Subscription> subscribe) {
        if (exchange.isComplete()) {
            // The browser has gone already.
            return;
        }
        EventStream stream = new EventStream(exchange, encoding, presence, refusal);
        // The one thing that Undertow does whichever way an exchange ends: in good order, by a broken connection, by a
        // close.
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
    public FrameEncoding encoding() {
        return encoding;
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
        // Its class is read from the object.
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
    public void afterOthers(Object owner, Runnable task) {
        FairThreads.afterOthers(owner, task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        if (over) {
            return;
        }
        alarm = exchange.getIoThread().executeAfter(task, Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void end() {
        exchange.endExchange();
    }

    @Override
    public void abort() {
        IoUtils.safeClose(ownsConnection() || sink == null ? exchange.getConnection() : sink);
    }

    /** Whether the stream has its connection to itself, unlike one of HTTP/2. */
    private boolean ownsConnection() {
        return exchange.getConnection() instanceof HttpServerConnection;
    }

    /** The channel of the response, which becomes a stream when the channel is first asked for. */
    private StreamSinkChannel sink() throws IOException {
        if (sink == null) {
            exchange.getResponseHeaders()
                    .put(Headers.CONTENT_TYPE, ContentTypes.EVENT_STREAM)
                    .put(Headers.CACHE_CONTROL, "no-store, no-transform")
                    // Otherwise, proxies such as nginx buffer the response.
                    .put(ACCEL_BUFFERING, "no");
            if (!encoding.isIdentity()) {
                exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, encoding.token());
            }
            if (chunked) {
                exchange.getResponseHeaders().put(Headers.TRANSFER_ENCODING, Headers.CHUNKED.toString());
                exchange.putAttachment(HttpAttachments.PRE_CHUNKED_RESPONSE, true);
            }
            // No request follows a stream on its connection, and clients that reuse connections have to know. Besides,
            // Undertow would prepare even a closed connection for its next request, with a timer that keeps it in
            // memory for a minute.
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
            // A stream of HTTP/2 was reset. Undertow says so only here, and leaves the exchange as it is.
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

    // After the task that removes the subscriber from its feed, so that the stream is no longer counted.
    private void endPresence() {
        try {
            thread().execute(presence::ended);
        } catch (RejectedExecutionException serverHasClosed) {
            presence.ended();
        }
    }
}
