package dev.lodestar.runtime.hub;

import dev.lodestar.BadInput;
import dev.lodestar.Html;
import dev.lodestar.Refused;
import dev.lodestar.Reply;
import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.frame.Frame;
import dev.lodestar.runtime.frame.StreamCounts;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.metrics.ViewMeter.Result;
import dev.lodestar.runtime.route.Rendering;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One live rendering of a view, for its subscribers. When it is marked dirty, it is rendered at once if it is idle, and
 * otherwise when the frame interval has passed. It is created with its first subscriber and discarded with its last.
 *
 * <p>Safe for use by any thread. The lock is never held while the application's code runs.
 */
final class Feed {
    private static final byte[] NOTHING = {};
    private static final int BAD_REQUEST = 400;

    private final Rendering rendering;
    private final FeedResources resources;
    private final StreamTiming timing;
    private final Executor renderQueue;
    private final RenderFailures failures;
    private final ViewMeter meter;
    private final FeedSubscribers subscribers;

    /** The frame that subscribers are shown; null until there is one, and after a refusal. */
    private @Nullable Frame standing;

    /** In development, the last rendering that succeeded. */
    private byte[] rendered = NOTHING;

    /** Whether something has changed since the last rendering began. */
    private boolean dirty = true;

    /** Whether the last rendering failed, so that the standing frame may be out of date. */
    private boolean failed;

    /** Whether a rendering is running or scheduled. */
    private boolean busy;

    /** Whether there are new subscribers that have not been shown anything. */
    private boolean newcomers;

    private boolean everRendered;
    private long lastStart;

    Feed(Rendering rendering, FeedResources resources, Executor renderQueue, RenderFailures failures, ViewMeter meter) {
        this.rendering = rendering;
        this.resources = resources;
        this.timing = resources.timing();
        this.renderQueue = renderQueue;
        this.failures = failures;
        this.meter = meter;
        this.subscribers = new FeedSubscribers(resources);
    }

    /** Adds a subscriber, on its thread. It is shown the standing frame if that is up to date, or else the next one. */
    synchronized void join(Subscriber subscriber, Executor thread) {
        subscribers.add(subscriber, thread);
        if (standing != null && !dirty && !busy && !failed) {
            subscriber.startWith(standing);
            return;
        }
        newcomers = true;
        if (!busy) {
            markDirty();
        }
    }

    /** Removes a subscriber, on its thread. Returns true if it was the last. */
    synchronized boolean leave(Subscriber subscriber, Executor thread) {
        subscribers.remove(subscriber, thread);
        forgetIfEmpty();
        return subscribers.isEmpty();
    }

    /** The number of subscribers. */
    synchronized int watching() {
        return subscribers.counts().total();
    }

    /** Says that the next rendering may look different. */
    synchronized void markDirty() {
        dirty = true;
        if (!busy && !subscribers.isEmpty()) {
            schedule();
        }
    }

    /** Ends all streams. */
    synchronized void end(ReconnectHints hints) {
        subscribers.end(hints);
    }

    private void schedule() {
        busy = true;
        orGiveUp(() -> {
            long wait = everRendered ? lastStart + timing.frameInterval().toNanos() - timing.now() : 0;
            if (wait > 0) {
                timing.timer().after(wait, () -> orGiveUp(this::enqueue));
            } else {
                enqueue();
            }
        });
    }

    private void enqueue() {
        renderQueue.execute(() -> orGiveUp(this::render));
    }

    /** Runs a step of a rendering. If it throws, the rendering is over, so that the next refresh tries again. */
    private void orGiveUp(Runnable step) {
        boolean done = false;
        try {
            step.run();
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
        HtmlOutput out = resources.output();
        try {
            render(out);
        } finally {
            resources.recycle(out);
        }
    }

    private void render(HtmlOutput out) {
        Frame frame;
        try {
            rendering.render(out);
            long took = timing.now() - lastStart;
            rendered = resources.development() ? out.toByteArray() : rendered;
            frame = frameOf(out);
            meter.rendered(frame == standing ? Result.SAME : Result.CHANGED, took);
        } catch (BadInput e) {
            meter.rendered(Result.REFUSED, timing.now() - lastStart);
            finishWithout(Reply.error(BAD_REQUEST, e.getMessage()));
            return;
        } catch (Refused e) {
            refuse(e.reply());
            return;
        } catch (Throwable e) {
            Collapse.notice(e);
            meter.rendered(Result.FAILED, timing.now() - lastStart);
            show(failures.report(this, e), out);
            return;
        }
        failures.forget(this);
        finish(frame, false);
    }

    // The notice of a failure is a frame like any other, so that the next frame removes it. In development, it follows
    // what the page has shown; otherwise there is a notice only if no frame stands.
    private void show(Html notice, HtmlOutput out) {
        if (standing != null && !resources.development()) {
            finishWithout(null);
            return;
        }
        out.reset();
        out.raw(rendered);
        out.html(notice);
        finish(frameOf(out), true);
    }

    // Reads the standing frame without the lock: only renderings change it, one at a time.
    private Frame frameOf(HtmlOutput out) {
        return Frame.of(out, standing, streams());
    }

    private synchronized StreamCounts streams() {
        return subscribers.counts().copy();
    }

    // Changes from here on may not be in this rendering, and require another one.
    private synchronized boolean begin() {
        if (subscribers.isEmpty()) {
            busy = false;
            return false;
        }
        dirty = false;
        everRendered = true;
        lastStart = timing.now();
        return true;
    }

    /** Ends a rendering that made a frame, if only one with the notice of a failure. */
    private synchronized void finish(Frame frame, boolean renderingFailed) {
        failed = renderingFailed;
        forgetIfEmpty();
        boolean changed = frame != standing;
        standing = frame;
        settle(changed);
    }

    /** Ends a rendering that says that nobody may see the view. New subscribers are told by another rendering. */
    private synchronized void refuse(Reply reply) {
        meter.rendered(Result.REFUSED, timing.now() - lastStart);
        failures.forget(this);
        failed = true;
        standing = null;
        rendered = NOTHING;
        subscribers.refuse(reply);
        settle(false);
    }

    /**
     * Ends a rendering that made no frame.
     *
     * @param refusal what all subscribers are refused with if no frame stands; null to refuse none
     */
    private synchronized void finishWithout(@Nullable Reply refusal) {
        failed = true;
        if (standing == null && refusal != null) {
            subscribers.refuse(refusal);
        }
        forgetIfEmpty();
        settle(false);
    }

    // A feed whose last subscriber has left, perhaps during a rendering, never gets another.
    private void forgetIfEmpty() {
        if (subscribers.isEmpty()) {
            failures.forget(this);
        }
    }

    // It is not certain which subscribers have seen the standing frame.
    private synchronized void giveUp() {
        failed = true;
        newcomers = true;
        busy = false;
    }

    private void settle(boolean changed) {
        if (standing != null && (changed || newcomers)) {
            newcomers = false;
            subscribers.publish(standing);
        }
        busy = false;
        if (dirty && !subscribers.isEmpty()) {
            schedule();
        }
    }
}
