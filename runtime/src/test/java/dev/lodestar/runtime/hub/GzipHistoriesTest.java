package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.frame.Gunzip;
import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.piece.MarkedPage;
import dev.lodestar.runtime.sse.FrameEvent;
import dev.lodestar.runtime.work.ManualExecutor;
import dev.lodestar.runtime.work.ManualTimer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compressed streams over random histories: a stream that joins, stalls, skips frames, is sent heartbeats or leaves
 * always decodes to whole events in the right order, the last of which shows the last state.
 */
class GzipHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("lodestar.histories", 400);
    private static final String WHOLE = "event: datastar-patch-elements\ndata: selector #lodestar\ndata: mode inner\n";
    private static final String ELEMENTS = "data: elements ";
    private static final Pattern HINT = Pattern.compile("retry: \\d+\n\n");
    private static final String HEARTBEAT = new String(FrameEvent.heartbeat(), StandardCharsets.UTF_8);

    @Test
    void everyStreamDecodesToWhatWasRendered() {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            new History(seed).run(kinds);
        }
        assertTrue(kinds.getOrDefault("heartbeats", 0) > HISTORIES / 10, kinds.toString());
        assertTrue(kinds.getOrDefault("skipped", 0) > HISTORIES / 10, kinds.toString());
        assertTrue(kinds.getOrDefault("pieces", 0) > HISTORIES / 10, kinds.toString());
        assertTrue(kinds.getOrDefault("consecutive", 0) > HISTORIES / 10, kinds.toString());
    }

    private static final class History {
        private final int seed;
        private final Random random;
        private final ManualTimer timer = new ManualTimer();
        private final ManualExecutor renderers = new ManualExecutor();
        private final ManualExecutor thread = new ManualExecutor();
        private final FeedHub hub = new FeedHub(Config.defaults(), timer, renderers, 16, FrameEncodings.standard());
        private final List<String> renderings = new ArrayList<>();
        private final Map<FakeTransport, Subscription> open = new LinkedHashMap<>();
        private final List<FakeTransport> all = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        History(int seed) {
            this.seed = seed;
            // Neighbouring seeds produce similar first numbers.
            this.random = new Random(new Random(seed).nextLong());
            hub.open(Map.of("/", List.of()), Meters.NONE);
            int size = random.nextBoolean() ? 20 : 1500; // some pages are larger than the window of gzip
            for (int i = 0; i < size; i++) {
                lines.add(line(i));
            }
        }

        private String line(int i) {
            return "<p id=\"i" + i + "\">" + Integer.toString(random.nextInt(), 36) + "é</p>";
        }

        void run(Map<String, Integer> kinds) {
            for (int i = 0; i < 30; i++) {
                step();
                settle();
            }
            for (FakeTransport transport : open.keySet()) {
                transport.takeOnly(Integer.MAX_VALUE);
                open.get(transport).writable();
            }
            timer.advance(Duration.ofMillis(16));
            settle();
            hub.close();
            settle();
            all.forEach(transport -> check(transport, kinds));
        }

        private void step() {
            switch (random.nextInt(8)) {
                case 0 -> join();
                case 1 -> leave();
                case 2 -> timer.advance(Duration.ofSeconds(random.nextInt(20)));
                case 3 -> some().takeOnly(random.nextInt(3000));
                case 4 -> {
                    FakeTransport transport = some();
                    transport.takeOnly(random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(3000));
                    open.get(transport).writable();
                }
                default -> {
                    if (random.nextInt(100) == 0) {
                        hub.patched(null);
                    }
                    int i = random.nextInt(lines.size());
                    lines.set(i, line(i));
                    hub.refresh();
                    timer.advance(Duration.ofMillis(random.nextInt(40)));
                }
            }
        }

        private FakeTransport some() {
            if (open.isEmpty()) {
                join();
            }
            return new ArrayList<>(open.keySet()).get(random.nextInt(open.size()));
        }

        private void join() {
            FakeTransport transport = new FakeTransport(hub.encodings(), thread, timer);
            if (random.nextInt(5) > 0) {
                transport.withGzip();
            }
            if (random.nextBoolean()) {
                transport.withChunks();
            }
            all.add(transport);
            open.put(
                    transport,
                    hub.subscribe(
                            "/",
                            "",
                            null,
                            out -> {
                                String rendering = String.join("\n", lines);
                                MarkedPage.write(rendering, out);
                                renderings.add(rendering);
                            },
                            transport));
        }

        private void leave() {
            FakeTransport transport = some();
            open.remove(transport).ended();
        }

        private void settle() {
            while (renderers.runAll() + thread.runAll() > 0) {
                // Each may create work for the other.
            }
        }

        private void check(FakeTransport transport, Map<String, Integer> kinds) {
            String text = transport.taken();
            String page = "";
            int frame = -1;
            int at = 0;
            while (at < text.length()) {
                int end = text.indexOf("\n\n", at) + 2;
                if (end < 2) {
                    break; // cut off when it left or was dropped
                }
                String event = text.substring(at, end);
                at = end;
                if (event.equals(HEARTBEAT)) {
                    kinds.merge("heartbeats", 1, Integer::sum);
                } else if (HINT.matcher(event).matches()) {
                    assertEquals(text.length(), at, "history " + seed + ": the reconnect hint is the last event");
                } else {
                    kinds.merge(event.startsWith(WHOLE) ? "whole" : "pieces", 1, Integer::sum);
                    page = event.startsWith(WHOLE) ? elements(event) : patched(page, elements(event));
                    int next = renderings.subList(frame + 1, renderings.size()).indexOf(page);
                    assertTrue(next >= 0, "history " + seed + ": the page was never rendered, or not in this order");
                    kinds.merge(next > 0 ? "skipped" : "consecutive", 1, Integer::sum);
                    frame += 1 + next;
                }
            }
            if (open.containsKey(transport) && !transport.aborted) {
                assertTrue(transport.ended, "history " + seed);
                assertTrue(!transport.isChunked() || transport.tookLastChunk(), "history " + seed);
                assertEquals(text.length(), at, "history " + seed + ": whole events");
                assertEquals(renderings.get(renderings.size() - 1), page, "history " + seed);
                if (transport.takesGzip()) {
                    assertEquals(text, new String(Gunzip.whole(transport.bytes()), StandardCharsets.UTF_8));
                }
            }
        }

        private static String elements(String event) {
            return event.lines()
                    .filter(line -> line.startsWith(ELEMENTS))
                    .map(line -> line.substring(ELEMENTS.length()))
                    .collect(Collectors.joining("\n"));
        }

        /** The page with each piece in place of the element that has the same id. */
        private static String patched(String page, String pieces) {
            String patched = page;
            for (String piece : pieces.split("(?<=</p>)\n?")) {
                String start = piece.substring(0, piece.indexOf('>'));
                int from = patched.indexOf(start);
                patched = patched.substring(0, from) + piece + patched.substring(patched.indexOf("</p>", from) + 4);
            }
            return patched;
        }
    }
}
