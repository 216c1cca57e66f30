package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.lodestar.Config;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.piece.MarkedPage;
import dev.lodestar.runtime.work.ManualExecutor;
import dev.lodestar.runtime.work.ManualTimer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures what the connections' thread allocates. Renderings are allocated by another thread. */
class AllocationTest {
    private static final int MANY = 1000;
    private static final int FRAMES = 20;

    /** Smaller than any object. Shared bytes are allocated once, but in another way if many streams need them. */
    private static final double LESS_THAN_AN_OBJECT = 8;

    /** A page of 20 lines is small enough for deltas, one of 1500 lines large enough for pieces. */
    @ParameterizedTest
    @CsvSource({"false,20", "true,20", "false,1500", "true,1500"})
    void frameForAFurtherSubscriberAllocatesNothing(boolean gzip, int lines) {
        long one = allocatedFor(1, gzip, lines);
        long many = allocatedFor(MANY, gzip, lines);
        double each = (double) (many - one) / (MANY - 1) / FRAMES;
        assertEquals(0, each, LESS_THAN_AN_OBJECT, "bytes for each frame and subscriber");
    }

    private static long allocatedFor(int subscribers, boolean gzip, int lines) {
        ManualTimer timer = new ManualTimer();
        ManualExecutor renderers = new ManualExecutor();
        ManualExecutor thread = new ManualExecutor();
        FeedHub hub = new FeedHub(Config.defaults(), timer, renderers, 2, FrameEncodings.standard());
        hub.open(Map.of("/", List.of()), Meters.NONE);
        int[] generation = {0};
        for (int i = 0; i < subscribers; i++) {
            FakeTransport transport = new FakeTransport(hub.encodings(), thread, timer)
                    .withChunks()
                    .withoutMemory();
            hub.subscribe(
                    "/",
                    "",
                    null,
                    out -> MarkedPage.write(page(generation[0], lines), out),
                    gzip ? transport.withGzip() : transport);
        }
        renderers.runAll();
        thread.runAll();
        long allocated = 0;
        for (int i = 0; i < FRAMES; i++) {
            generation[0]++;
            hub.refresh();
            timer.advance(Duration.ofMillis(16));
            assertTrue(renderers.runAll() > 0);
            long before = allocated();
            assertTrue(thread.runAll() > 0);
            allocated += allocated() - before;
        }
        return allocated;
    }

    private static String page(int generation, int lines) {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            page.append("<p id=\"i").append(i).append("\">");
            page.append(i % 20 == generation % 20 ? generation : -1).append(" is a number</p>\n");
        }
        return page.toString();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
