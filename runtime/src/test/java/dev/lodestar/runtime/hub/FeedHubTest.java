package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.Refused;
import dev.lodestar.Reply;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.metrics.ViewMeter;
import dev.lodestar.runtime.route.Rendering;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.runtime.work.ManualExecutor;
import dev.lodestar.runtime.work.ManualTimer;
import dev.lodestar.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedHubTest {
    private static final Duration INTERVAL = Duration.ofMillis(16);

    private final ManualTimer timer = new ManualTimer();
    private final ManualExecutor renderers = new ManualExecutor();
    private final ManualExecutor thread = new ManualExecutor();
    private final FeedHub hub = newHub();
    private final Map<FakeTransport, Subscription> subscriptions = new HashMap<>();
    private String state = "a";
    private int renderings;

    @BeforeEach
    void openHub() {
        hub.open(Map.of("/", List.of("todos"), "/other", List.of()), Meters.NONE);
    }

    private final Rendering rendering = out -> {
        renderings++;
        out.html(Html.raw(state));
    };

    private FeedHub newHub() {
        return new FeedHub(Config.defaults(), timer, renderers, 16, FrameEncodings.standard());
    }

    private Subscription subscribe(String view, Object key, Rendering shown, FakeTransport transport) {
        return hub.subscribe(view, key, transport.session(), shown, transport);
    }

    private FakeTransport transport() {
        return new FakeTransport(hub.encodings(), thread, timer);
    }

    private Subscription join(FakeTransport transport) {
        Subscription subscription = subscribe("/", "", rendering, transport);
        subscriptions.put(transport, subscription);
        return subscription;
    }

    private FakeTransport joined() {
        FakeTransport transport = transport();
        join(transport);
        settle();
        return transport;
    }

    private void settle() {
        while (renderers.runAll() + thread.runAll() > 0) {
            // Each may create work for the other.
        }
    }

    private void passInterval() {
        timer.advance(INTERVAL);
        settle();
    }

    private void change(String newState) {
        state = newState;
        hub.refresh();
    }

    @Test
    void commitsOfAConnectedStoreRefreshTheViewsThatReadThem() {
        Store store = Stores.inMemory();
        hub.connect(store);
        hub.connect(store);
        joined();
        FakeTransport other = transport();
        int[] otherRenderings = {0};
        Rendering counting = out -> {
            otherRenderings[0]++;
            out.html(Html.raw("other"));
        };
        subscribe("/other", "", counting, other);
        settle();

        store.set("todos/1", "a");
        passInterval();
        store.set("rooms/1", "a");
        passInterval();

        assertEquals(2, renderings, "the view that reads todos");
        assertEquals(3, otherRenderings[0], "the view that declares nothing");
        hub.close();
        store.set("todos/1", "b");
        passInterval();
        assertEquals(2, renderings, "a closed hub");
    }

    @Test
    void firstSubscriberIsShownARendering() {
        FakeTransport transport = joined();
        assertEquals("""
                event: datastar-patch-elements
                data: selector #lodestar
                data: mode inner
                data: elements a

                """, transport.taken());
        assertTrue(transport.flushed);
    }

    @Test
    void viewThatRefusesItsInputRefusesTheStreamsWaitingForIt() {
        FakeTransport early = transport();
        FakeTransport late = transport();
        Rendering picky = out -> {
            if (state.equals("bad")) {
                throw new BadInput("There is no such room.");
            }
            out.html(Html.raw(state));
        };
        subscribe("/", "", picky, early);
        settle();
        passInterval();
        String log = logOf(() -> {
            change("bad");
            settle();
        });
        assertNull(early.refusal, "the standing frame stays");
        subscribe("/", "other", picky, late);
        settle();
        assertEquals(Reply.error(400, "There is no such room."), late.refusal);
        assertFalse(late.flushed);
        assertEquals("", log);
    }

    @Test
    void sharedRenderingThatIsRefusedLaterEndsForAllAndIsNotAFailure() {
        Rendering guarded = out -> {
            renderings++;
            if (state.equals("closed")) {
                throw new Refused(Reply.redirect("/login"));
            }
            out.html(Html.raw(state));
        };
        FakeTransport one = transport();
        FakeTransport two = transport().withGzip();
        Subscription stays = subscribe("/", "", guarded, one);
        subscribe("/", "", guarded, two);
        settle();
        passInterval();
        FakeTransport late = transport();
        String log = logOf(() -> {
            change("closed");
            settle();
            passInterval();
            subscribe("/", "", guarded, late);
            settle();
            passInterval();
        });
        assertEquals(List.of("a", "Redirect[location=/login]"), one.shown());
        assertEquals(List.of("a", "Redirect[location=/login]"), two.shown());
        assertTrue(one.ended && two.ended);
        assertEquals(Reply.redirect("/login"), late.refusal, "the old frame is shown to nobody");
        assertEquals(3, renderings);
        assertEquals("", log);

        change("open");
        passInterval();
        FakeTransport next = transport();
        subscribe("/", "", guarded, next);
        settle();
        passInterval();
        assertEquals(List.of("open"), next.shown());
        stays.ended();
    }

    @Test
    void streamsOfASessionEndAndOthersDoNot() {
        FakeTransport one = transport().of("s");
        FakeTransport two = transport().of("s");
        FakeTransport other = transport().of("t");
        Subscription first = join(one);
        join(two);
        join(other);
        join(transport());
        settle();
        assertTrue(hub.areOpen("s"));
        hub.end("s");
        settle();
        assertTrue(one.ended && two.ended);
        assertFalse(other.ended);
        change("b");
        passInterval();
        assertEquals(List.of("a"), one.shown());
        assertEquals(List.of("a", "b"), other.shown());
        first.ended();
        settle();
        assertTrue(hub.areOpen("s"));
        subscriptions.get(two).ended();
        settle();
        assertFalse(hub.areOpen("s"));
    }

    @Test
    void nextSubscriberIsShownTheStandingFrameWithoutARendering() {
        joined();
        FakeTransport second = transport();
        join(second);
        assertEquals(List.of("a"), second.shown());
        settle();
        assertEquals(1, renderings);
    }

    @Test
    void subscriberThatComesDuringARenderingIsShownItsResult() {
        joined();
        passInterval();
        FakeTransport late = transport();
        hub.refresh();
        join(late);
        settle();
        // The rendering looks the same as before, but this subscriber has seen nothing yet.
        assertEquals(List.of("a"), late.shown());
    }

    @Test
    void equalKeysShareARenderingAndOthersDoNot() {
        FakeTransport one = transport();
        FakeTransport two = transport();
        FakeTransport three = transport();
        subscribe("/", List.of("red"), rendering, one);
        subscribe("/", List.of("red"), rendering, two);
        subscribe("/", List.of("blue"), rendering, three);
        settle();
        assertEquals(2, renderings);
        assertEquals(2, hub.feeds());
        assertEquals(List.of("a"), two.shown());
        assertEquals(List.of("a"), three.shown());
    }

    @Test
    void refreshOfAnIdleFeedIsShownAtOnce() {
        FakeTransport transport = joined();
        passInterval();
        change("b");
        settle();
        assertEquals(List.of("a", "b"), transport.shown());
    }

    @Test
    void refreshesWithinTheIntervalMakeOneFrameThatShowsTheLastState() {
        FakeTransport transport = joined();
        passInterval();
        for (int i = 0; i <= 1000; i++) {
            change("s" + i);
            settle();
        }
        assertEquals(List.of("a", "s0"), transport.shown());
        timer.advance(INTERVAL.minusNanos(1));
        settle();
        assertEquals(List.of("a", "s0"), transport.shown());
        timer.advance(Duration.ofNanos(1));
        settle();
        assertEquals(List.of("a", "s0", "s1000"), transport.shown());
        passInterval();
        assertEquals(3, renderings);
    }

    @Test
    void refreshDuringARenderingCausesAnother() {
        FakeTransport transport = transport();
        subscribe(
                "/",
                "",
                out -> {
                    String seen = state;
                    if (seen.equals("a")) {
                        change("b");
                    }
                    out.html(Html.raw(seen));
                },
                transport);
        settle();
        assertEquals(List.of("a"), transport.shown());
        passInterval();
        assertEquals(List.of("a", "b"), transport.shown());
    }

    @Test
    void renderingThatLooksTheSameSendsNothing() {
        FakeTransport transport = joined();
        passInterval();
        hub.refresh();
        settle();
        assertEquals(2, renderings);
        assertEquals(List.of("a"), transport.shown());
    }

    @Test
    void refreshOfOneViewLeavesTheOthersAlone() {
        joined();
        passInterval();
        hub.refresh("/other");
        settle();
        assertEquals(1, renderings);
        hub.refresh("/");
        settle();
        assertEquals(2, renderings);
    }

    @Test
    void refreshOfAnUnknownViewIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> hub.refresh("/nowhere"));
        assertThrows(IllegalArgumentException.class, () -> hub.watching("/nowhere"));
    }

    @Test
    void refreshesAreIgnoredUntilTheHubIsOpen() {
        FeedHub early = newHub();
        early.refresh();
        early.refresh("/");
        assertEquals(0, early.watching("/"));
    }

    @Test
    void feedIsDiscardedWithItsLastSubscriber() {
        Subscription one = join(transport());
        Subscription two = join(transport());
        settle();
        one.ended();
        one.ended();
        settle();
        assertEquals(1, hub.feeds());
        assertEquals(1, hub.watching());
        two.ended();
        settle();
        assertEquals(0, hub.feeds());
        assertEquals(0, hub.watching());
        passInterval();
        int before = renderings;
        hub.refresh();
        settle();
        assertEquals(before, renderings);
    }

    @Test
    void subscriberThatBreaksDuringAFrameDoesNotAffectOthers() {
        FakeTransport broken = joined();
        FakeTransport other = joined();
        passInterval();
        broken.hangUp();
        change("b");
        settle();
        assertTrue(broken.aborted);
        assertEquals(List.of("a", "b"), other.shown());
    }

    @Test
    void pagesThatShowTheNumberOfStreamsFollowIt() {
        Rendering counting = out -> out.html(Html.raw("watching " + hub.watching("/")));
        FakeTransport one = transport();
        subscribe("/", "", counting, one);
        settle();
        passInterval();
        Subscription second = subscribe("/", "", counting, transport());
        settle();
        passInterval();
        second.ended();
        settle();
        passInterval();
        assertEquals(List.of("watching 1", "watching 2", "watching 1"), one.shown());
    }

    @Test
    void numberOfStreamsCausesNoRenderingIfNobodyAsksForIt() {
        joined();
        passInterval();
        joined();
        passInterval();
        assertEquals(1, renderings);
    }

    @Test
    void slowBrowserIsShownTheNewestFrameOnly() {
        FakeTransport slow = joined();
        FakeTransport fast = joined();
        slow.takeOnly(10);
        for (int i = 0; i < 100; i++) {
            passInterval();
            change("s" + i);
            settle();
        }
        assertEquals(101, fast.shown().size());
        assertTrue(slow.awaitsWritable);
        slow.takeOnly(Integer.MAX_VALUE);
        subscriptions.get(slow).writable();
        // The rest of the frame that it had begun, and then the newest.
        assertEquals(List.of("a", "s0", "s99"), slow.shown());
        assertFalse(slow.awaitsWritable);
    }

    @Test
    void failedRenderingKeepsTheStandingFrameAndIsTriedAgain() {
        FakeTransport transport = transport();
        subscribe(
                "/",
                "",
                out -> {
                    if (state.equals("bad")) {
                        throw new IllegalStateException("on purpose");
                    }
                    out.html(Html.raw(state));
                },
                transport);
        settle();
        String log = logOf(() -> {
            for (int i = 0; i < 5; i++) {
                passInterval();
                change("bad");
                settle();
            }
        });
        assertEquals(List.of("a"), transport.shown());
        assertEquals(1, log.split("could not be rendered", -1).length - 1, log);
        assertTrue(log.contains("IllegalStateException: on purpose"), log);

        passInterval();
        change("c");
        settle();
        assertEquals(List.of("a", "c"), transport.shown());

        passInterval();
        String again = logOf(() -> {
            change("bad");
            settle();
        });
        assertTrue(again.contains("could not be rendered"), "a failure after a success is logged");
        assertFalse(transport.ended || transport.aborted);
    }

    @Test
    void streamWhoseFirstRenderingFailsShowsANoticeUntilTheNextOne() {
        FakeTransport transport = transport();
        state = "bad";
        subscribe(
                "/",
                "",
                out -> {
                    if (state.equals("bad")) {
                        throw new IllegalStateException("on purpose");
                    }
                    out.html(Html.raw(state));
                },
                transport);
        String log = logOf(this::settle);
        String notice = transport.shown().get(0);
        assertTrue(notice.startsWith("<section id=\"lodestar-failure\""), notice);
        Matcher id = Pattern.compile("Request ([a-z0-9-]+)<").matcher(notice);
        assertTrue(id.find() && log.contains("request=" + id.group(1) + " view=/ "), log);
        assertFalse(notice.contains("purpose"), notice);
        assertFalse(transport.ended || transport.aborted);
        passInterval();
        change("good");
        settle();
        assertEquals(List.of(notice, "good"), transport.shown());
    }

    @Test
    void closedHubEndsEachStreamAfterTheEventThatIsBeingWritten() {
        FakeTransport idle = joined();
        FakeTransport busy = joined();
        passInterval();
        busy.takeOnly(5);
        change("b");
        settle();
        hub.close();
        settle();
        assertTrue(idle.ended);
        assertFalse(busy.ended);
        busy.takeOnly(Integer.MAX_VALUE);
        subscriptions.get(busy).writable();
        assertTrue(busy.ended);
        assertEquals(List.of("a", "b"), busy.shown());
    }

    @Test
    void streamThatOpensOnAClosedHubEnds() {
        hub.close();
        assertTrue(joined().ended);
    }

    private static String logOf(Runnable run) {
        PrintStream usual = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true));
        try {
            run.run();
        } finally {
            System.setErr(usual);
        }
        return log.toString();
    }

    private static Meters metersThat(Consumer<ViewMeter.Result> rendered) {
        return new Meters() {
            @Override
            public ViewMeter view(String path, IntSupplier subscribers, IntSupplier feeds) {
                return new ViewMeter() {
                    @Override
                    public void rendered(Result result, long nanos) {
                        rendered.accept(result);
                    }
                };
            }
        };
    }

    @Test
    void feedContinuesAfterItsFrameCouldNotBeMade() {
        int[] rendered = {0};
        hub.open(Map.of("/", List.of(), "/other", List.of()), metersThat(result -> {
            if (++rendered[0] == 2) {
                throw new IllegalStateException("on purpose, after the rendering");
            }
        }));
        FakeTransport transport = joined();
        assertEquals(List.of("a"), transport.shown());
        change("b");
        passInterval();
        change("c");
        passInterval();
        assertEquals(List.of("a", "c"), transport.shown());
    }

    @Test
    void feedContinuesAfterItsFrameCouldNotBePublished() {
        boolean[] fails = {false};
        Executor failing = task -> {
            if (fails[0]) {
                throw new IllegalStateException("on purpose");
            }
            thread.execute(task);
        };
        FakeTransport transport = new FakeTransport(hub.encodings(), failing, timer);
        join(transport);
        settle();
        fails[0] = true;
        state = "b";
        hub.refresh();
        timer.advance(INTERVAL);
        assertThrows(IllegalStateException.class, renderers::runAll);
        fails[0] = false;
        change("c");
        passInterval();
        assertEquals(List.of("a", "c"), transport.shown());
    }
}
