package dev.lodestar.runtime.hub;

import dev.lodestar.Reply;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.metrics.ViewMeter.Form;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One open stream on a feed. It holds a position in the event that is being written and at most one frame to write
 * next, the newest: a slow browser skips frames, and costs no more than a fast one.
 *
 * <p>Confined to its outlet's thread.
 */
final class Subscriber {
    /** How long a view may take to refuse the request; longer, and the browser is told that the stream is open. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Outlet outlet;
    private final Pace pace;
    private final Browsers.Browser browser;
    private final ViewMeter meter;
    private final Coding coding;
    private long shown;
    private @Nullable Frame next;
    private @Nullable ByteBuffer writing;

    /** Whether anything went out, be it only the headers. Until then the request may still be refused. */
    private boolean begun;

    private boolean unflushed = true;
    private boolean ending;
    private byte[] lastEvent = Coding.NO_EVENT;

    /** Whether what ends the stream is being written. */
    private boolean ended;

    private boolean over;
    private long lastProgress;
    private int seat;

    Subscriber(Outlet outlet, Pace pace, Browsers.Browser browser, ViewMeter meter) {
        this.outlet = outlet;
        this.pace = pace;
        this.browser = browser;
        this.meter = meter;
        this.coding = outlet.takesGzip() ? new GzipCoding() : PlainCoding.INSTANCE;
        this.lastProgress = pace.now();
    }

    Browsers.Browser browser() {
        return browser;
    }

    /** Its place in its lane. */
    int seat() {
        return seat;
    }

    /** Gives it another place in its lane. */
    void sit(int place) {
        seat = place;
    }

    /** Whether its stream is compressed. */
    boolean takesGzip() {
        return outlet.takesGzip();
    }

    /** Notes what to show when the stream opens. */
    void welcome(Frame frame) {
        next = frame;
    }

    /** Begins the stream with the frame that it was welcomed with, or waits a little for the first one. */
    void open() {
        if (next == null) {
            watch(PATIENCE);
        } else {
            pump();
            watch(pace.heartbeat());
        }
    }

    /** Begins the stream without a frame, so that the browser knows it to be open. */
    void begin() {
        if (!begun) {
            pump();
        }
    }

    /** Refuses the request, or ends the stream if it has begun. */
    void refuse(Reply reply) {
        if (over || ending) {
            return;
        }
        if (begun) {
            lastEvent = outlet.lastEvent(reply);
            end();
        } else {
            over = true;
            outlet.refuse(reply);
        }
    }

    /** See {@link Outlet#afterOthers}. */
    void afterOthers(Object who, Runnable task) {
        outlet.afterOthers(who, task);
    }

    /** Has the processor fetch what {@link #show} needs. Returns something that was read there. */
    int prefetch() {
        return (coding instanceof GzipCoding ? 1 : 0) + (int) shown + outlet.prefetch();
    }

    /** Shows a frame, now or as soon as the browser has taken what is being written; older and repeated ones are ignored. */
    void show(Frame frame, Views views) {
        if (!ending && frame.sequence() > shown && (next == null || frame.sequence() > next.sequence())) {
            next = frame;
            if (writing == null) {
                pump(views);
            }
        }
    }

    /** Goes on writing; called when the outlet takes bytes again. */
    void writable() {
        pump();
    }

    /** Ends the stream once the event that is being written is out. */
    void end() {
        ending = true;
        next = null;
        pump();
    }

    /** The same, and tells the browser when to come back. */
    void end(ReconnectHints hints) {
        if (!ending) {
            lastEvent = hints.event();
        }
        end();
    }

    /** Notes that the stream has ended, so that nothing is written any more. */
    void closed() {
        over = true;
        next = null;
        writing = null;
    }

    private void pump() {
        pump(new Views(pace.now()));
    }

    private void pump(Views views) {
        if (over) {
            return;
        }
        begun = true;
        try {
            boolean idle = writeAll(views) && flush();
            outlet.awaitWritable(!idle);
            if (idle && ending) {
                over = true;
                outlet.end();
            }
        } catch (IOException e) {
            // The browser went away while we wrote to it, which is no fault of anybody's.
            abort();
        }
    }

    private boolean writeAll(Views views) throws IOException {
        for (ByteBuffer bytes = upcoming(views); bytes != null; bytes = upcoming(views)) {
            int before = bytes.remaining();
            outlet.write(bytes);
            unflushed |= bytes.remaining() < before;
            if (bytes.hasRemaining()) {
                if (bytes.remaining() < before) {
                    lastProgress = views.now();
                }
                // The next stream uses the view.
                writing = bytes.duplicate();
                meter.waits();
                return false;
            }
            writing = null;
        }
        return true;
    }

    /** What is to be written now, or null if there is nothing. */
    private @Nullable ByteBuffer upcoming(Views views) {
        Frame frame = next;
        if (writing == null && frame != null) {
            next = null;
            Coding.Page page = page(frame);
            meter.skipped(shown == 0 ? 0 : frame.sequence() - shown - 1);
            shown = frame.sequence();
            Form form = coding.form(frame, page);
            meter.sent(form, frame.size(), start(coding.frame(frame, form), views));
        } else if (writing == null && ending && !ended) {
            ended = true;
            outlet.beginEnd();
            start(coding.end(lastEvent), views);
        }
        return writing;
    }

    // Where nothing depends on it, the browser is not asked: for thousands of streams each object is a wait for memory.
    private Coding.Page page(Frame frame) {
        if (shown != frame.sequence() - 1) {
            return Coding.Page.OLDER;
        }
        return frame.pieces() != null && browser.isPatched() ? Coding.Page.PATCHED : Coding.Page.FRAME_BEFORE;
    }

    /** Returns how many bytes are to be written. */
    private int start(Chunk chunk, Views views) {
        ByteBuffer bytes = views.of(chunk, outlet.isChunked());
        writing = bytes;
        lastProgress = views.now();
        return bytes.remaining();
    }

    private boolean flush() throws IOException {
        if (unflushed) {
            unflushed = !outlet.flush();
        }
        return !unflushed;
    }

    // One timer does for both limits, and is set anew only when it rings: writing a frame costs no timer.
    private void watch(Duration time) {
        outlet.after(time.compareTo(pace.stallTime()) < 0 ? time : pace.stallTime(), this::ring);
    }

    private void ring() {
        if (over) {
            return;
        }
        if (!begun) {
            pump();
            watch(pace.heartbeat());
            return;
        }
        boolean stuck = writing != null || unflushed;
        Duration limit = stuck ? pace.stallTime() : pace.heartbeat();
        Duration left = limit.minusNanos(pace.now() - lastProgress);
        if (left.toMillis() > 0) {
            watch(left);
        } else if (stuck) {
            meter.stalled();
            abort();
        } else {
            Views views = new Views(pace.now());
            meter.heartbeat();
            start(coding.heartbeat(), views);
            pump(views);
            watch(pace.heartbeat());
        }
    }

    private void abort() {
        over = true;
        outlet.abort();
    }
}
