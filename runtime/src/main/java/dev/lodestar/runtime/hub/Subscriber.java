package dev.lodestar.runtime.hub;

import dev.lodestar.Reply;
import dev.lodestar.runtime.frame.Chunk;
import dev.lodestar.runtime.frame.EncodedFrame;
import dev.lodestar.runtime.frame.Frame;
import dev.lodestar.runtime.frame.FrameEncoding;
import dev.lodestar.runtime.frame.StreamEncoder;
import dev.lodestar.runtime.frame.StreamEncoder.Page;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.metrics.ViewMeter.Form;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One open stream on a feed. It holds its position in the bytes that are being written and at most one frame to write
 * next, the newest: a slow browser skips frames, and costs no more than a fast one.
 *
 * <p>Confined to its transport's thread.
 */
final class Subscriber {
    /** How long a view has to refuse the request. After this time, the browser is told that the stream is open. */
    private static final Duration REFUSAL_TIME = Duration.ofSeconds(1);

    private static final byte[] NO_EVENT = {};

    private final StreamTransport transport;
    private final StreamTiming timing;
    private final Browsers.Browser browser;
    private final ViewMeter meter;
    private final StreamEncoder encoder;

    /** The number of the frame that the stream was sent last; 0 if none. */
    private long shown;

    private @Nullable Frame next;
    private @Nullable ByteBuffer writing;

    /** Whether anything was sent, if only the headers. Until then, the request can still be refused. */
    private boolean begun;

    private boolean unflushed = true;
    private boolean ending;
    private byte[] lastEvent = NO_EVENT;

    /** Whether the end of the stream is being written. */
    private boolean ended;

    private boolean over;
    private long lastProgress;
    private int index;

    Subscriber(StreamTransport transport, StreamTiming timing, Browsers.Browser browser, ViewMeter meter) {
        this.transport = transport;
        this.timing = timing;
        this.browser = browser;
        this.meter = meter;
        this.encoder = transport.encoding().newStream();
        this.lastProgress = timing.now();
    }

    Browsers.Browser browser() {
        return browser;
    }

    /** The encoding of the stream. */
    FrameEncoding encoding() {
        return transport.encoding();
    }

    /** The subscriber's index in its group. */
    int index() {
        return index;
    }

    void setIndex(int newIndex) {
        index = newIndex;
    }

    /** Sets the frame to show when the stream opens. */
    void startWith(Frame frame) {
        next = frame;
    }

    /** Begins the stream with the frame that it starts with, or waits a little for its first frame. */
    void open() {
        if (next == null) {
            wakeAfter(REFUSAL_TIME);
        } else {
            pump();
            wakeAfter(timing.heartbeat());
        }
    }

    /** Refuses the request, or ends the stream if it has begun. */
    void refuse(Reply reply) {
        if (over || ending) {
            return;
        }
        if (begun) {
            lastEvent = transport.lastEvent(reply);
            end();
        } else {
            over = true;
            transport.refuse(reply);
        }
    }

    /** See {@link StreamTransport#afterOthers}. */
    void afterOthers(Object owner, Runnable task) {
        transport.afterOthers(owner, task);
    }

    /** Makes the processor fetch what {@link #show} needs from memory. The result is meaningless. */
    int prefetch() {
        return encoder.prefetch() + (int) shown + transport.prefetch();
    }

    /**
     * Shows a frame, now or as soon as the browser has taken what is being written. Older and repeated frames are
     * ignored.
     */
    void show(Frame frame, SharedBuffers buffers) {
        if (!ending && frame.sequence() > shown && (next == null || frame.sequence() > next.sequence())) {
            next = frame;
            if (writing == null) {
                pump(buffers);
            }
        }
    }

    /** Continues writing. Called when the transport takes bytes again. */
    void writable() {
        pump();
    }

    /** Ends the stream after the event that is being written. */
    void end() {
        ending = true;
        next = null;
        pump();
    }

    /** Ends the stream after the event that is being written, and tells the browser when to reconnect. */
    void end(ReconnectHints hints) {
        if (!ending) {
            lastEvent = hints.event();
        }
        end();
    }

    /** Records that the stream has ended, so that nothing more is written. */
    void closed() {
        over = true;
        next = null;
        writing = null;
    }

    private void pump() {
        pump(new SharedBuffers(timing.now()));
    }

    private void pump(SharedBuffers buffers) {
        if (over) {
            return;
        }
        begun = true;
        try {
            boolean idle = writeAll(buffers) && flush();
            transport.awaitWritable(!idle);
            if (idle && ending) {
                over = true;
                transport.end();
            }
        } catch (IOException e) {
            // The browser went away while we were writing, which is nobody's fault.
            abort();
        }
    }

    private boolean writeAll(SharedBuffers buffers) throws IOException {
        for (ByteBuffer bytes = upcoming(buffers); bytes != null; bytes = upcoming(buffers)) {
            int before = bytes.remaining();
            transport.write(bytes);
            unflushed |= bytes.remaining() < before;
            if (bytes.hasRemaining()) {
                if (bytes.remaining() < before) {
                    lastProgress = buffers.now();
                }
                // The next stream uses the shared buffer.
                writing = bytes.duplicate();
                meter.waits();
                return false;
            }
            writing = null;
        }
        return true;
    }

    /** The bytes to write now, or null if there are none. */
    private @Nullable ByteBuffer upcoming(SharedBuffers buffers) {
        Frame frame = next;
        if (writing == null && frame != null) {
            next = null;
            Page page = page(frame);
            meter.skipped(shown == 0 ? 0 : frame.sequence() - shown - 1);
            shown = frame.sequence();
            EncodedFrame encoded = frame.in(transport.encoding());
            Form form = encoder.form(encoded, page);
            meter.sent(form, frame.size(), start(encoder.frame(encoded, form), buffers));
        } else if (writing == null && ending && !ended) {
            ended = true;
            transport.beginEnd();
            start(encoder.end(lastEvent), buffers);
        }
        return writing;
    }

    // Asks the browser only where it matters: with thousands of streams, each object that is touched costs a cache
    // miss.
    private Page page(Frame frame) {
        if (shown != frame.sequence() - 1) {
            return Page.OLDER;
        }
        return frame.hasPieces() && browser.isPatched() ? Page.PATCHED : Page.FRAME_BEFORE;
    }

    /** Returns the number of bytes to write. */
    private int start(Chunk chunk, SharedBuffers buffers) {
        ByteBuffer bytes = buffers.of(chunk, transport.isChunked());
        writing = bytes;
        lastProgress = buffers.now();
        return bytes.remaining();
    }

    private boolean flush() throws IOException {
        if (unflushed) {
            unflushed = !transport.flush();
        }
        return !unflushed;
    }

    // One timer serves both timeouts, and is set again only when it fires, so that writing a frame costs no timer.
    private void wakeAfter(Duration delay) {
        transport.after(delay.compareTo(timing.stallTime()) < 0 ? delay : timing.stallTime(), this::wake);
    }

    private void wake() {
        if (over) {
            return;
        }
        if (!begun) {
            pump();
            wakeAfter(timing.heartbeat());
            return;
        }
        boolean stuck = writing != null || unflushed;
        Duration limit = stuck ? timing.stallTime() : timing.heartbeat();
        Duration left = limit.minusNanos(timing.now() - lastProgress);
        if (left.toMillis() > 0) {
            wakeAfter(left);
        } else if (stuck) {
            meter.stalled();
            abort();
        } else {
            SharedBuffers buffers = new SharedBuffers(timing.now());
            meter.heartbeat();
            start(encoder.heartbeat(), buffers);
            pump(buffers);
            wakeAfter(timing.heartbeat());
        }
    }

    private void abort() {
        over = true;
        transport.abort();
    }
}
