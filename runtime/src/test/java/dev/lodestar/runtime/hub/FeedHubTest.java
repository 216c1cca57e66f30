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
    private final FeedHub hub = new FeedHub(Config.defaults(), timer, renderers, 16);
    private final Map<FakeOutlet, Subscription> subscriptions = new HashMap<>();
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

    private FakeOutlet outlet() {
        return new FakeOutlet(thread, timer);
    }

    private Subscription join(FakeOutlet outlet) {
        Subscription subscription = hub.subscribe("/", "", rendering, outlet);
        subscriptions.put(outlet, subscription);
        return subscription;
    }

    private FakeOutlet joined() {
        FakeOutlet outlet = outlet();
        join(outlet);
        settle();
        return outlet;
    }

    private void settle() {
        while (renderers.runAll() + thread.runAll() > 0) {
            // Each may bring work for the other.
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
        FakeOutlet other = outlet();
        int[] otherRenderings = {0};
        Rendering counting = out -> {
            otherRenderings[0]++;
            out.html(Html.raw("other"));
        };
        hub.subscribe("/other", "", counting, other);
        settle();

        store.set("todos/1", "a");
        passInterval();
        store.set("rooms/1", "a");
        passInterval();

        assertEquals(2, renderings, "the view that reads todos");
        assertEquals(3, otherRenderings[0], "the view that says nothing");
        hub.close();
        store.set("todos/1", "b");
        passInterval();
        assertEquals(2, renderings, "a hub that has closed");
    }

    @Test
    void firstSubscriberIsShownARendering() {
        FakeOutlet outlet = joined();
        assertEquals("""
                event: datastar-patch-elements
                data: selector #lodestar
                data: mode inner
                data: elements a

                """, outlet.taken());
        assertTrue(outlet.flushed);
    }

    @Test
    void viewThatRefusesItsInputRefusesTheStreamsThatWaitForIt() {
        FakeOutlet early = outlet();
        FakeOutlet late = outlet();
        Rendering picky = out -> {
            if (state.equals("bad")) {
                throw new BadInput("There is no such room.");
            }
            out.html(Html.raw(state));
        };
        hub.subscribe("/", "", picky, early);
        settle();
        passInterval();
        String log = logOf(() -> {
            change("bad");
            settle();
        });
        assertNull(early.refusal, "what stands, stands");
        hub.subscribe("/", "other", picky, late);
        settle();
        assertEquals(Reply.error(400, "There is no such room."), late.refusal);
        assertFalse(late.flushed);
        assertEquals("", log);
    }

    @Test
    void sharedRenderingThatIsRefusedLaterEndsForAllAndIsNoFailure() {
        Rendering guarded = out -> {
            renderings++;
            if (state.equals("closed")) {
                throw new Refused(Reply.redirect("/login"));
            }
            out.html(Html.raw(state));
        };
        FakeOutlet one = outlet();
        FakeOutlet two = outlet().withGzip();
        Subscription stays = hub.subscribe("/", "", guarded, one);
        hub.subscribe("/", "", guarded, two);
        settle();
        passInterval();
        FakeOutlet late = outlet();
        String log = logOf(() -> {
            change("closed");
            settle();
            passInterval();
            hub.subscribe("/", "", guarded, late);
            settle();
            passInterval();
        });
        assertEquals(List.of("a", "Redirect[location=/login]"), one.shown());
        assertEquals(List.of("a", "Redirect[location=/login]"), two.shown());
        assertTrue(one.ended && two.ended);
        assertEquals(Reply.redirect("/login"), late.refusal, "what stood is shown to nobody");
        assertEquals(3, renderings);
        assertEquals("", log);

        change("open");
        passInterval();
        FakeOutlet next = outlet();
        hub.subscribe("/", "", guarded, next);
        settle();
        passInterval();
        assertEquals(List.of("open"), next.shown());
        stays.ended();
    }

    @Test
    void streamsOfASessionEndAndOthersDoNot() {
        FakeOutlet one = outlet().of("s");
        FakeOutlet two = outlet().of("s");
        FakeOutlet other = outlet().of("t");
        Subscription first = join(one);
        join(two);
        join(other);
        join(outlet());
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
    void nextSubscriberIsShownWhatStandsWithoutARendering() {
        joined();
        FakeOutlet second = outlet();
        join(second);
        assertEquals(List.of("a"), second.shown());
        settle();
        assertEquals(1, renderings);
    }

    @Test
    void subscriberThatComesDuringARenderingIsShownItsResult() {
        joined();
        passInterval();
        FakeOutlet late = outlet();
        hub.refresh();
        join(late);
        settle();
        // The rendering looks the same as before, but not to whom has seen nothing.
        assertEquals(List.of("a"), late.shown());
    }

    @Test
    void equalKeysShareARenderingAndOthersDoNot() {
        FakeOutlet one = outlet();
        FakeOutlet two = outlet();
        FakeOutlet three = outlet();
        hub.subscribe("/", List.of("red"), rendering, one);
        hub.subscribe("/", List.of("red"), rendering, two);
        hub.subscribe("/", List.of("blue"), rendering, three);
        settle();
        assertEquals(2, renderings);
        assertEquals(2, hub.feeds());
        assertEquals(List.of("a"), two.shown());
        assertEquals(List.of("a"), three.shown());
    }

    @Test
    void refreshOfAnIdleFeedIsShownAtOnce() {
        FakeOutlet outlet = joined();
        passInterval();
        change("b");
        settle();
        assertEquals(List.of("a", "b"), outlet.shown());
    }

    @Test
    void refreshesWithinTheIntervalMakeOneFrameThatShowsTheLast() {
        FakeOutlet outlet = joined();
        passInterval();
        for (int i = 0; i <= 1000; i++) {
            change("s" + i);
            settle();
        }
        assertEquals(List.of("a", "s0"), outlet.shown());
        timer.advance(INTERVAL.minusNanos(1));
        settle();
        assertEquals(List.of("a", "s0"), outlet.shown());
        timer.advance(Duration.ofNanos(1));
        settle();
        assertEquals(List.of("a", "s0", "s1000"), outlet.shown());
        passInterval();
        assertEquals(3, renderings);
    }

    @Test
    void refreshDuringARenderingCausesAnother() {
        FakeOutlet outlet = outlet();
        hub.subscribe(
                "/",
                "",
                out -> {
                    String seen = state;
                    if (seen.equals("a")) {
                        change("b");
                    }
                    out.html(Html.raw(seen));
                },
                outlet);
        settle();
        assertEquals(List.of("a"), outlet.shown());
        passInterval();
        assertEquals(List.of("a", "b"), outlet.shown());
    }

    @Test
    void renderingThatLooksTheSameSendsNothing() {
        FakeOutlet outlet = joined();
        passInterval();
        hub.refresh();
        settle();
        assertEquals(2, renderings);
        assertEquals(List.of("a"), outlet.shown());
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
    void hubWithoutRoutesYetTakesRefreshes() {
        FeedHub early = new FeedHub(Config.defaults(), timer, renderers, 16);
        early.refresh();
        early.refresh("/");
        assertEquals(0, early.watching("/"));
    }

    @Test
    void feedGoesWithItsLastSubscriber() {
        Subscription one = join(outlet());
        Subscription two = join(outlet());
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
    void subscriberThatBreaksDuringAFrameHarmsNoOther() {
        FakeOutlet broken = joined();
        FakeOutlet other = joined();
        passInterval();
        broken.hangUp();
        change("b");
        settle();
        assertTrue(broken.aborted);
        assertEquals(List.of("a", "b"), other.shown());
    }

    @Test
    void pagesThatShowHowManyWatchFollowTheNumber() {
        Rendering counting = out -> out.html(Html.raw("watching " + hub.watching("/")));
        FakeOutlet one = outlet();
        hub.subscribe("/", "", counting, one);
        settle();
        passInterval();
        Subscription second = hub.subscribe("/", "", counting, outlet());
        settle();
        passInterval();
        second.ended();
        settle();
        passInterval();
        assertEquals(List.of("watching 1", "watching 2", "watching 1"), one.shown());
    }

    @Test
    void numberOfStreamsCausesNoRenderingWhileNobodyAsksForIt() {
        joined();
        passInterval();
        joined();
        passInterval();
        assertEquals(1, renderings);
    }

    @Test
    void slowBrowserIsShownTheNewestFrameOnly() {
        FakeOutlet slow = joined();
        FakeOutlet fast = joined();
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
        // The frame that it had begun, whole, and then the newest.
        assertEquals(List.of("a", "s0", "s99"), slow.shown());
        assertFalse(slow.awaitsWritable);
    }

    @Test
    void failedRenderingLeavesTheFrameStandingAndIsTriedAgain() {
        FakeOutlet outlet = outlet();
        hub.subscribe(
                "/",
                "",
                out -> {
                    if (state.equals("bad")) {
                        throw new IllegalStateException("on purpose");
                    }
                    out.html(Html.raw(state));
                },
                outlet);
        settle();
        String log = logOf(() -> {
            for (int i = 0; i < 5; i++) {
                passInterval();
                change("bad");
                settle();
            }
        });
        assertEquals(List.of("a"), outlet.shown());
        assertEquals(1, log.split("could not be rendered", -1).length - 1, log);
        assertTrue(log.contains("IllegalStateException: on purpose"), log);

        passInterval();
        change("c");
        settle();
        assertEquals(List.of("a", "c"), outlet.shown());

        passInterval();
        String again = logOf(() -> {
            change("bad");
            settle();
        });
        assertTrue(again.contains("could not be rendered"), "a failure after a success is news");
        assertFalse(outlet.ended || outlet.aborted);
    }

    @Test
    void streamWhoseFirstRenderingFailsShowsANoticeUntilTheNextOne() {
        FakeOutlet outlet = outlet();
        state = "bad";
        hub.subscribe(
                "/",
                "",
                out -> {
                    if (state.equals("bad")) {
                        throw new IllegalStateException("on purpose");
                    }
                    out.html(Html.raw(state));
                },
                outlet);
        String log = logOf(this::settle);
        String notice = outlet.shown().get(0);
        assertTrue(notice.startsWith("<section id=\"lodestar-failure\""), notice);
        Matcher id = Pattern.compile("Request ([a-z0-9-]+)<").matcher(notice);
        assertTrue(id.find() && log.contains("request=" + id.group(1) + " view=/ "), log);
        assertFalse(notice.contains("purpose"), notice);
        assertFalse(outlet.ended || outlet.aborted);
        passInterval();
        change("good");
        settle();
        assertEquals(List.of(notice, "good"), outlet.shown());
    }

    @Test
    void closedHubEndsEachStreamAfterTheEventThatIsUnderWay() {
        FakeOutlet idle = joined();
        FakeOutlet busy = joined();
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
    void feedGoesOnAfterItsFrameCouldNotBeMade() {
        int[] rendered = {0};
        hub.open(Map.of("/", List.of(), "/other", List.of()), metersThat(result -> {
            if (++rendered[0] == 2) {
                throw new IllegalStateException("on purpose, behind the rendering");
            }
        }));
        FakeOutlet outlet = joined();
        assertEquals(List.of("a"), outlet.shown());
        change("b");
        passInterval();
        change("c");
        passInterval();
        assertEquals(List.of("a", "c"), outlet.shown());
    }

    @Test
    void feedGoesOnAfterItsFrameCouldNotBeHandedOn() {
        boolean[] fails = {false};
        Executor failing = task -> {
            if (fails[0]) {
                throw new IllegalStateException("on purpose");
            }
            thread.execute(task);
        };
        FakeOutlet outlet = new FakeOutlet(failing, timer);
        join(outlet);
        settle();
        fails[0] = true;
        state = "b";
        hub.refresh();
        timer.advance(INTERVAL);
        assertThrows(IllegalStateException.class, renderers::runAll);
        fails[0] = false;
        change("c");
        passInterval();
        assertEquals(List.of("a", "c"), outlet.shown());
    }
}
