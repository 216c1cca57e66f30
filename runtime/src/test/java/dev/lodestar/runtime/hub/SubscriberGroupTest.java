package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.runtime.frame.Frame;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.frame.StreamCounts;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.work.ManualExecutor;
import dev.lodestar.runtime.work.ManualTimer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriberGroupTest {
    private static final int MANY = 1000;
    private static final FrameEncodings ENCODINGS = FrameEncodings.standard();

    private final ManualTimer timer = new ManualTimer();
    private final ManualExecutor thread = new ManualExecutor();
    private final StreamTiming timing = StreamTiming.of(Config.defaults(), timer);
    private final SubscriberGroup group = new SubscriberGroup(thread, timing);
    private final List<FakeTransport> transports = new ArrayList<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private Frame frame = render("f1", null);

    @BeforeEach
    void fill() {
        Browsers.Browser browser = new Browsers().enter(null);
        for (int i = 0; i < MANY; i++) {
            FakeTransport transport = new FakeTransport(ENCODINGS, thread, timer);
            transports.add(transport);
            subscribers.add(new Subscriber(transport, timing, browser, ViewMeter.NONE));
            group.add(subscribers.get(i));
        }
    }

    private static Frame render(String text, @Nullable Frame before) {
        HtmlOutput out = new HtmlOutput();
        out.html(Html.raw(text));
        StreamCounts streams = new StreamCounts(ENCODINGS);
        for (int i = 0; i < MANY; i++) {
            streams.add(ENCODINGS.identity());
        }
        return Frame.of(out, before, streams);
    }

    private void publishNext() {
        frame = render("f" + (frame.sequence() + 1), frame);
        group.publish(frame);
    }

    private List<FakeTransport> shown(String... frames) {
        return transports.stream()
                .filter(transport -> transport.shown().equals(List.of(frames)))
                .toList();
    }

    @Test
    void othersOnTheThreadGetTheirTurnsWhileThousandsAreShownAFrame() {
        group.publish(frame);
        int turns = 0;
        while (thread.waiting() > 0) {
            int before = shown("f1").size();
            thread.runNext();
            assertTrue(shown("f1").size() - before <= 128, "more than one batch");
            turns++;
        }
        assertEquals(8, turns);
        assertEquals(MANY, shown("f1").size());
    }

    @Test
    void newerFrameGoesFirstToThoseStillWaitingForThePreviousOne() {
        group.publish(frame);
        thread.runNext();
        publishNext();
        // The batch that was already due, and the task that accepts the new frame.
        thread.runNext();
        thread.runNext();
        List<FakeTransport> first = shown("f1");
        assertEquals(256, first.size());
        thread.runNext();
        assertEquals(128, shown("f2").size());
        assertEquals(first, shown("f1"));
        thread.runAll();
        assertEquals(first, shown("f1", "f2"));
        assertEquals(MANY - first.size(), shown("f2").size());
    }

    @Test
    void nobodyIsSkippedHoweverFastFramesFollow() {
        for (int i = 0; i < 3 * MANY / 128; i++) {
            publishNext();
            thread.runNext();
        }
        assertEquals(0, shown().size(), "were never shown anything");
    }

    @Test
    void subscriberThatMovesToTheIndexOfAnotherIsShownTheFrame() {
        group.publish(frame);
        thread.runNext();
        for (int i = 0; i < 100; i++) {
            group.remove(subscribers.get(i));
        }
        thread.runAll();
        assertEquals(MANY, shown("f1").size());
    }

    @Test
    void groupThatBecomesEmptyDuringAFrameIsDone() {
        group.publish(frame);
        thread.runNext();
        subscribers.forEach(group::remove);
        thread.runAll();
        assertEquals(0, thread.waiting());
        assertEquals(MANY - 128, shown().size());
    }
}
