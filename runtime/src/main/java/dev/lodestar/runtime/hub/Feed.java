package dev.lodestar.runtime.hub;

import dev.lodestar.BadInput;
import dev.lodestar.Html;
import dev.lodestar.Refused;
import dev.lodestar.Reply;
import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.metrics.ViewMeter.Result;
import dev.lodestar.runtime.route.Rendering;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One live rendering of a view, for its subscribers. It renders when it was marked dirty: at once when it is idle, and
 * otherwise when the frame interval is over. It is made with its first subscriber and given up with its last.
 *
 * <p>Safe for use by any thread. The lock is never held while the application's code runs.
 */
final class Feed {
    private static final byte[] NOTHING = {};
    private static final int BAD_REQUEST = 400;

    private final Rendering rendering;
    private final Workshop workshop;
    private final Pace pace;
    private final Executor line;
    private final Failures failures;
    private final ViewMeter meter;
    private final Map<Executor, Lane> lanes = new HashMap<>();

    /** The frame that subscribers are shown; null until there is something to be seen, and after a refusal. */
    private @Nullable Frame standing;

    /** In development, the last rendering that succeeded. */
    private byte[] rendered = NOTHING;

    /** Whether something changed that no rendering has begun to show. */
    private boolean dirty = true;

    /** Whether the last rendering failed, so that what stands may be out of date. */
    private boolean failed;

    /** Whether a rendering runs or is due. */
    private boolean busy;

    /** Whether subscribers came who have been shown nothing. */
    private boolean newcomers;

    private boolean everRendered;
    private int watching;

    /** How many of those who watch take gzip. */
    private int compressed;

    private long lastStart;

    Feed(Rendering rendering, Workshop workshop, Executor line, Failures failures, ViewMeter meter) {
        this.rendering = rendering;
        this.workshop = workshop;
        this.pace = workshop.pace();
        this.line = line;
        this.failures = failures;
        this.meter = meter;
    }

    /** Adds a subscriber, to be shown what stands if that is up to date, and else the next rendering. On its thread. */
    synchronized void join(Subscriber subscriber, Executor thread) {
        lanes.computeIfAbsent(thread, same -> new Lane(same, pace)).add(subscriber);
        watching++;
        compressed += subscriber.takesGzip() ? 1 : 0;
        if (standing != null && !dirty && !busy && !failed) {
            subscriber.welcome(standing);
            return;
        }
        newcomers = true;
        if (!busy) {
            markDirty();
        }
    }

    /** Removes a subscriber, on its thread. Returns true if it was the last. */
    synchronized boolean leave(Subscriber subscriber, Executor thread) {
        watching--;
        compressed -= subscriber.takesGzip() ? 1 : 0;
        Lane lane = lanes.get(thread);
        if (lane != null) {
            lane.remove(subscriber);
            if (lane.isEmpty()) {
                lanes.remove(thread);
            }
        }
        if (lanes.isEmpty()) {
            failures.forget(this);
        }
        return lanes.isEmpty();
    }

    /** How many subscribers there are. */
    synchronized int watching() {
        return watching;
    }

    /** Says that a rendering may now look different. */
    synchronized void markDirty() {
        dirty = true;
        if (!busy && !lanes.isEmpty()) {
            schedule();
        }
    }

    /** Ends all streams. */
    synchronized void end(ReconnectHints hints) {
        lanes.values().forEach(lane -> lane.end(hints));
    }

    private void schedule() {
        busy = true;
        orGiveUp(() -> {
            long wait = everRendered ? lastStart + pace.frameInterval().toNanos() - pace.now() : 0;
            if (wait > 0) {
                pace.timer().after(wait, () -> orGiveUp(this::hand));
            } else {
                hand();
            }
        });
    }

    private void hand() {
        line.execute(() -> orGiveUp(this::render));
    }

    /** Does a part of a rendering; if it throws, the rendering is over, so that the next refresh tries again. */
    private void orGiveUp(Runnable part) {
        boolean done = false;
        try {
            part.run();
            done = true;
        } finally {
            if (!done) {
                giveUp();
            }
        }
    }

    private void render() {
        if (!begin()) {
            return;
        }
        HtmlOutput out = workshop.output();
        try {
            render(out);
        } finally {
            workshop.giveBack(out);
        }
    }

    private void render(HtmlOutput out) {
        Frame frame;
        try {
            rendering.render(out);
            long took = pace.now() - lastStart;
            rendered = workshop.development() ? out.toByteArray() : rendered;
            frame = frameOf(out);
            meter.rendered(frame == standing ? Result.SAME : Result.CHANGED, took);
        } catch (BadInput e) {
            meter.rendered(Result.REFUSED, pace.now() - lastStart);
            finishWithout(lane -> lane.refuse(Reply.error(BAD_REQUEST, e.getMessage())));
            return;
        } catch (Refused e) {
            refuse(e.reply());
            return;
        } catch (Throwable e) {
            Collapse.notice(e);
            meter.rendered(Result.FAILED, pace.now() - lastStart);
            show(failures.report(this, e), out);
            return;
        }
        failures.forget(this);
        finish(frame, false);
    }

    // What is shown of a failure is a frame like any other, so that the next one takes it away. In development it is
    // what the page showed with a notice behind it; otherwise there is one only where nothing stands.
    private void show(Html notice, HtmlOutput out) {
        if (standing != null && !workshop.development()) {
            finishWithout(lane -> {});
            return;
        }
        out.reset();
        out.raw(rendered);
        out.html(notice);
        finish(frameOf(out), true);
    }

    // Reads what stands, and when it began, without the lock: only renderings change it, and there is one at a time.
    private Frame frameOf(HtmlOutput rendered) {
        FrameHash hash = FrameHash.of(rendered.array(), rendered.size());
        Frame last = standing;
        if (last != null && last.shows(hash)) {
            return last;
        }
        Audience audience = audience();
        return last == null
                ? Frame.first(hash, rendered, audience, workshop.blocks())
                : last.next(hash, rendered, audience);
    }

    private synchronized Audience audience() {
        return new Audience(watching - compressed, compressed);
    }

    // What changes from here on is not sure to be in this rendering and asks for another one.
    private synchronized boolean begin() {
        if (lanes.isEmpty()) {
            busy = false;
            return false;
        }
        dirty = false;
        everRendered = true;
        lastStart = pace.now();
        return true;
    }

    private synchronized void finish(Frame frame, boolean withoutRendering) {
        failed = withoutRendering;
        if (lanes.isEmpty()) {
            // The last subscriber left meanwhile, and nobody will come any more.
            failures.forget(this);
        }
        boolean changed = frame != standing;
        standing = frame;
        settle(changed);
    }

    /** Ends a rendering that says that nobody may see the view. Whoever asks for it after this is told by another one. */
    private synchronized void refuse(Reply reply) {
        meter.rendered(Result.REFUSED, pace.now() - lastStart);
        failures.forget(this);
        failed = true;
        standing = null;
        rendered = NOTHING;
        lanes.values().forEach(lane -> lane.refuse(reply));
        settle(false);
    }

    /** Ends a rendering that failed; {@code first} is what becomes of subscribers if nothing stands. */
    private synchronized void finishWithout(Consumer<Lane> first) {
        failed = true;
        if (standing == null) {
            lanes.values().forEach(first);
        }
        if (lanes.isEmpty()) {
            // The last subscriber left meanwhile, and nobody will come any more.
            failures.forget(this);
        }
        settle(false);
    }

    // Who has seen what stands is not certain.
    private synchronized void giveUp() {
        failed = true;
        newcomers = true;
        busy = false;
    }

    private void settle(boolean changed) {
        if (standing != null && (changed || newcomers)) {
            newcomers = false;
            publish(standing);
        }
        busy = false;
        if (dirty && !lanes.isEmpty()) {
            schedule();
        }
    }

    private void publish(Frame frame) {
        lanes.values().forEach(lane -> lane.publish(frame));
    }
}
