package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.Reply;
import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.work.ManualTimer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriberTest {
    private static final String HEARTBEAT = "event: datastar-heartbeat\n";

    private static final Audience AUDIENCE = new Audience(1, 1);
    private static final Browsers.Browser BROWSER = new Browsers().enter(null);
    private static final GzipBlocks BLOCKS = new GzipBlocks();

    private final ManualTimer timer = new ManualTimer();
    private final FakeOutlet outlet = new FakeOutlet(Runnable::run, timer);
    private final Subscriber subscriber = subscriber(outlet);

    private Subscriber subscriber(FakeOutlet to) {
        return new Subscriber(to, Pace.of(Config.defaults(), timer), BROWSER, ViewMeter.NONE);
    }

    private static Frame frame(long sequence) {
        HtmlOutput out = new HtmlOutput();
        out.html(Html.raw("f" + sequence));
        FrameHash hash = FrameHash.of(out.array(), out.size());
        Frame frame = Frame.first(hash, out, AUDIENCE, BLOCKS);
        while (frame.sequence() < sequence) {
            frame = frame.next(hash, out, AUDIENCE);
        }
        return frame;
    }

    @Test
    void olderAndRepeatedFramesAreIgnored() {
        subscriber.open();
        subscriber.show(frame(2), new Views(timer.now()));
        subscriber.show(frame(2), new Views(timer.now()));
        subscriber.show(frame(1), new Views(timer.now()));
        assertEquals(List.of("f2"), outlet.shown());
    }

    @Test
    void silentStreamIsSentAHeartbeatEachInterval() {
        subscriber.open();
        subscriber.show(frame(1), new Views(timer.now()));
        timer.advance(Duration.ofMillis(14_999));
        assertFalse(outlet.taken().contains(HEARTBEAT));
        timer.advance(Duration.ofMillis(1));
        assertTrue(outlet.taken().contains(HEARTBEAT));
        timer.advance(Duration.ofSeconds(30));
        assertEquals(3, outlet.taken().split(HEARTBEAT, -1).length - 1);
    }

    @Test
    void streamBeginsWithoutAFrameWhenTheFirstOneTakesLong() {
        subscriber.open();
        timer.advance(Duration.ofMillis(999));
        assertFalse(outlet.flushed);
        timer.advance(Duration.ofMillis(1));
        assertTrue(outlet.flushed);
        assertEquals("", outlet.taken());
        timer.advance(Duration.ofMinutes(2));
        assertTrue(outlet.taken().contains(HEARTBEAT));
        assertFalse(outlet.aborted);
    }

    @Test
    void streamThatIsRefusedEndsWithItsLastEventIfItHasBegunAndElseIsNone() {
        for (FakeOutlet open :
                List.of(new FakeOutlet(Runnable::run, timer), new FakeOutlet(Runnable::run, timer).withGzip())) {
            Subscriber refused = subscriber(open);
            refused.welcome(frame(1));
            refused.open();
            refused.refuse(Reply.redirect("/login"));
            refused.refuse(Reply.redirect("/twice"));
            refused.show(frame(2), new Views(timer.now()));
            assertEquals(List.of("f1", "Redirect[location=/login]"), open.shown());
            assertTrue(open.ended);
            assertNull(open.refusal);
        }
        subscriber.open();
        subscriber.refuse(Reply.redirect("/login"));
        assertEquals(Reply.redirect("/login"), outlet.refusal);
        assertFalse(outlet.flushed);
    }

    @Test
    void frameMakesUpForAHeartbeat() {
        subscriber.open();
        timer.advance(Duration.ofSeconds(10));
        subscriber.show(frame(1), new Views(timer.now()));
        timer.advance(Duration.ofSeconds(14));
        assertFalse(outlet.taken().contains(HEARTBEAT));
        timer.advance(Duration.ofSeconds(1));
        assertTrue(outlet.taken().contains(HEARTBEAT));
    }

    @Test
    void streamThatTakesNothingIsDroppedAfterTheStallLimit() {
        subscriber.open();
        outlet.takeOnly(3);
        timer.advance(Duration.ofSeconds(5));
        subscriber.show(frame(1), new Views(timer.now()));
        timer.advance(Duration.ofMillis(29_999));
        assertFalse(outlet.aborted);
        timer.advance(Duration.ofMillis(1));
        assertTrue(outlet.aborted);
    }

    @Test
    void streamThatTakesALittleNowAndThenIsKept() {
        subscriber.open();
        outlet.takeOnly(3);
        subscriber.show(frame(1), new Views(timer.now()));
        for (int i = 0; i < 5; i++) {
            timer.advance(Duration.ofSeconds(29));
            outlet.takeOnly(1);
            subscriber.writable();
        }
        assertFalse(outlet.aborted);
    }

    @Test
    void closedStreamIsNotWrittenTo() {
        subscriber.open();
        subscriber.closed();
        subscriber.show(frame(1), new Views(timer.now()));
        subscriber.end();
        timer.advance(Duration.ofMinutes(5));
        assertEquals("", outlet.taken());
        assertFalse(outlet.ended);
    }
}
