package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.Reply;
import dev.lodestar.runtime.frame.Frame;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.frame.StreamCounts;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.work.ManualTimer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SubscriberTest {
    private static final String HEARTBEAT = "event: datastar-heartbeat\n";

    private static final FrameEncodings ENCODINGS = FrameEncodings.standard();
    private static final Browsers.Browser BROWSER = new Browsers().enter(null);

    private final ManualTimer timer = new ManualTimer();
    private final FakeTransport transport = newTransport();
    private final Subscriber subscriber = subscriber(transport);

    private Subscriber subscriber(FakeTransport to) {
        return new Subscriber(to, StreamTiming.of(Config.defaults(), timer), BROWSER, ViewMeter.NONE);
    }

    private static Frame frame(long sequence) {
        StreamCounts streams = new StreamCounts(ENCODINGS);
        ENCODINGS.all().forEach(streams::add);
        Frame frame = null;
        for (int i = 1; i <= sequence; i++) {
            HtmlOutput out = new HtmlOutput();
            out.html(Html.raw("f" + i));
            frame = Frame.of(out, frame, streams);
        }
        return Objects.requireNonNull(frame);
    }

    private FakeTransport newTransport() {
        return new FakeTransport(ENCODINGS, Runnable::run, timer);
    }

    @Test
    void olderAndRepeatedFramesAreIgnored() {
        subscriber.open();
        subscriber.show(frame(2), new SharedBuffers(timer.now()));
        subscriber.show(frame(2), new SharedBuffers(timer.now()));
        subscriber.show(frame(1), new SharedBuffers(timer.now()));
        assertEquals(List.of("f2"), transport.shown());
    }

    @Test
    void silentStreamIsSentAHeartbeatEachInterval() {
        subscriber.open();
        subscriber.show(frame(1), new SharedBuffers(timer.now()));
        timer.advance(Duration.ofMillis(14_999));
        assertFalse(transport.taken().contains(HEARTBEAT));
        timer.advance(Duration.ofMillis(1));
        assertTrue(transport.taken().contains(HEARTBEAT));
        timer.advance(Duration.ofSeconds(30));
        assertEquals(3, transport.taken().split(HEARTBEAT, -1).length - 1);
    }

    @Test
    void streamBeginsWithoutAFrameIfTheFirstOneTakesLong() {
        subscriber.open();
        timer.advance(Duration.ofMillis(999));
        assertFalse(transport.flushed);
        timer.advance(Duration.ofMillis(1));
        assertTrue(transport.flushed);
        assertEquals("", transport.taken());
        timer.advance(Duration.ofMinutes(2));
        assertTrue(transport.taken().contains(HEARTBEAT));
        assertFalse(transport.aborted);
    }

    @Test
    void refusalEndsAStreamThatHasBegunWithItsLastEventAndIsTheResponseOtherwise() {
        for (FakeTransport open : List.of(newTransport(), newTransport().withGzip())) {
            Subscriber refused = subscriber(open);
            refused.startWith(frame(1));
            refused.open();
            refused.refuse(Reply.redirect("/login"));
            refused.refuse(Reply.redirect("/twice"));
            refused.show(frame(2), new SharedBuffers(timer.now()));
            assertEquals(List.of("f1", "Redirect[location=/login]"), open.shown());
            assertTrue(open.ended);
            assertNull(open.refusal);
        }
        subscriber.open();
        subscriber.refuse(Reply.redirect("/login"));
        assertEquals(Reply.redirect("/login"), transport.refusal);
        assertFalse(transport.flushed);
    }

    @Test
    void frameReplacesAHeartbeat() {
        subscriber.open();
        timer.advance(Duration.ofSeconds(10));
        subscriber.show(frame(1), new SharedBuffers(timer.now()));
        timer.advance(Duration.ofSeconds(14));
        assertFalse(transport.taken().contains(HEARTBEAT));
        timer.advance(Duration.ofSeconds(1));
        assertTrue(transport.taken().contains(HEARTBEAT));
    }

    @Test
    void streamThatTakesNothingIsDroppedAfterTheStallTime() {
        subscriber.open();
        transport.takeOnly(3);
        timer.advance(Duration.ofSeconds(5));
        subscriber.show(frame(1), new SharedBuffers(timer.now()));
        timer.advance(Duration.ofMillis(29_999));
        assertFalse(transport.aborted);
        timer.advance(Duration.ofMillis(1));
        assertTrue(transport.aborted);
    }

    @Test
    void streamThatTakesALittleNowAndThenIsKept() {
        subscriber.open();
        transport.takeOnly(3);
        subscriber.show(frame(1), new SharedBuffers(timer.now()));
        for (int i = 0; i < 5; i++) {
            timer.advance(Duration.ofSeconds(29));
            transport.takeOnly(1);
            subscriber.writable();
        }
        assertFalse(transport.aborted);
    }

    @Test
    void closedStreamIsNotWrittenTo() {
        subscriber.open();
        subscriber.closed();
        subscriber.show(frame(1), new SharedBuffers(timer.now()));
        subscriber.end();
        timer.advance(Duration.ofMinutes(5));
        assertEquals("", transport.taken());
        assertFalse(transport.ended);
    }
}
