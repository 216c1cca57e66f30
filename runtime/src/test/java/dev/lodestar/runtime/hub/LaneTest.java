package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.work.ManualExecutor;
import dev.lodestar.runtime.work.ManualTimer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final int MANY = 1000;
    private static final Audience AUDIENCE = new Audience(MANY, 0);
    private static final GzipBlocks BLOCKS = new GzipBlocks();

    private final ManualTimer timer = new ManualTimer();
    private final ManualExecutor thread = new ManualExecutor();
    private final Pace pace = Pace.of(Config.defaults(), timer);
    private final Lane lane = new Lane(thread, pace);
    private final List<FakeOutlet> outlets = new ArrayList<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private Frame frame = render("f1", null);

    @BeforeEach
    void fill() {
        Browsers.Browser browser = new Browsers().enter(null);
        for (int i = 0; i < MANY; i++) {
            FakeOutlet outlet = new FakeOutlet(thread, timer);
            outlets.add(outlet);
            subscribers.add(new Subscriber(outlet, pace, browser, ViewMeter.NONE));
            lane.add(subscribers.get(i));
        }
    }

    private static Frame render(String text, @Nullable Frame before) {
        HtmlOutput out = new HtmlOutput();
        out.html(Html.raw(text));
        FrameHash hash = FrameHash.of(out.array(), out.size());
        return before == null ? Frame.first(hash, out, AUDIENCE, BLOCKS) : before.next(hash, out, AUDIENCE);
    }

    private void publishNext() {
        frame = render("f" + (frame.sequence() + 1), frame);
        lane.publish(frame);
    }

    private List<FakeOutlet> shown(String... frames) {
        return outlets.stream()
                .filter(outlet -> outlet.shown().equals(List.of(frames)))
                .toList();
    }

    @Test
    void othersOnTheThreadHaveTurnsWhileThousandsAreShownAFrame() {
        lane.publish(frame);
        int turns = 0;
        while (thread.waiting() > 0) {
            int before = shown("f1").size();
            thread.runNext();
            assertTrue(shown("f1").size() - before <= 128, "more than one turn takes");
            turns++;
        }
        assertEquals(8, turns);
        assertEquals(MANY, shown("f1").size());
    }

    @Test
    void newerFrameGoesFirstToThoseWhoWaitForTheOneBefore() {
        lane.publish(frame);
        thread.runNext();
        publishNext();
        // The turn that was due already, and what takes the new frame in.
        thread.runNext();
        thread.runNext();
        List<FakeOutlet> first = shown("f1");
        assertEquals(256, first.size());
        thread.runNext();
        assertEquals(128, shown("f2").size());
        assertEquals(first, shown("f1"));
        thread.runAll();
        assertEquals(first, shown("f1", "f2"));
        assertEquals(MANY - first.size(), shown("f2").size());
    }

    @Test
    void nobodyIsPassedOverHoweverFastFramesFollow() {
        for (int i = 0; i < 3 * MANY / 128; i++) {
            publishNext();
            thread.runNext();
        }
        assertEquals(0, shown().size(), "were never shown anything");
    }

    @Test
    void whoeverTakesTheSeatOfOneWhoLeftIsShownTheFrame() {
        lane.publish(frame);
        thread.runNext();
        for (int i = 0; i < 100; i++) {
            lane.remove(subscribers.get(i));
        }
        thread.runAll();
        assertEquals(MANY, shown("f1").size());
    }

    @Test
    void laneThatEmptiesUnderwayIsDone() {
        lane.publish(frame);
        thread.runNext();
        subscribers.forEach(lane::remove);
        thread.runAll();
        assertEquals(0, thread.waiting());
        assertEquals(MANY - 128, shown().size());
    }
}
