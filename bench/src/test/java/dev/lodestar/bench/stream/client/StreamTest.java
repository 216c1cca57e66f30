package dev.lodestar.bench.stream.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.bench.stream.quotes.PageEvent;
import dev.lodestar.bench.stream.quotes.QuotesPage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamTest {
    private static final int ROWS = 40;
    private static final byte[] NOTHING = {};
    private static final byte[] HEARTBEAT = bytes("event: datastar-heartbeat\ndata: alive true\n\n");

    private final Random random = new Random(5);
    private final Decoder decoder = new Decoder(ROWS);
    private final Tally tally = new Tally();

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void showsTheLastPageHoweverTheBytesAreSplitAndWhateverIsSkipped(boolean chunked, boolean gzip) throws IOException {
        tally.start(0);
        long expected = 0;
        for (int history = 0; history < 21; history++) {
            Wire wire = new Wire(chunked, gzip);
            boolean own = history % 3 == 0;
            byte[] before = NOTHING;
            long last = random.nextInt(4);
            for (int i = 0; i < 30; i++, last += random.nextInt(5) == 0 ? 2 : 1) {
                byte[] event = PageEvent.bytes(page(last));
                boolean keyframe = before == NOTHING || random.nextInt(6) == 0;
                wire = own ? wire.event(event) : wire.shared(event, keyframe ? NOTHING : before);
                before = event;
                if (!own && random.nextInt(8) == 0) {
                    wire.shared(HEARTBEAT, NOTHING);
                    before = NOTHING;
                }
                expected++;
            }
            Stream stream = new Stream(decoder);
            feed(stream, wire.bytes(), history % 2 == 0 ? 4000 : 60);
            long shown = stream.page().sequence();
            assertTrue(shown < last && stream.page().isOf(shown, 1000 + shown), "update " + shown);
            assertEquals(0, tally.events() - expected);
        }
        assertTrue(tally.skipped() > 0);
    }

    @Test
    void showsPiecesAndIsCompleteOnlyWithTheLastOne() throws IOException {
        QuotesPage first = page(7);
        QuotesPage second = page(8);
        Stream stream = new Stream(decoder);
        feed(stream, new Wire(true, false).event(PageEvent.bytes(first)).bytes(), 100);

        feed(stream, chunk(pieces(second, "<output", "</output>") + pieces(second, "<time", "</time>")), 100);
        assertFalse(stream.page().isOf(8, 1008));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            rows.append(pieces(second, "<tr id=\"q" + i + "\"", "</tr>"));
        }
        feed(stream, chunk(rows.toString()), 100);
        assertTrue(stream.page().isOf(8, 1008));
    }

    @Test
    void refusesAPageThatDiffersInOneByte() throws IOException {
        byte[] wrong = new String(PageEvent.bytes(page(3)), StandardCharsets.UTF_8)
                .replace("ACME 17", "ACME 18")
                .getBytes(StandardCharsets.UTF_8);
        byte[] wire = new Wire(true, true).event(wrong).bytes();
        assertThrows(IOException.class, () -> feed(new Stream(decoder), wire, 4000));
    }

    @Test
    void refusesABrokenBlockEvenIfOtherStreamsHadTheSameHistory() throws IOException {
        byte[] wire = new Wire(true, true)
                .event(PageEvent.bytes(page(1)))
                .event(PageEvent.bytes(page(2)))
                .bytes();
        feed(new Stream(decoder), wire, 4000);
        wire[wire.length - 60] ^= 0x55;
        Stream broken = new Stream(decoder);
        try {
            feed(broken, wire, 4000);
            assertFalse(broken.page().isOf(2, 1002));
        } catch (IOException refused) {
            assertTrue(broken.page().sequence() < 2);
        }
    }

    @Test
    void refusesAResponseThatIsNotAStreamOrEnds() {
        assertThrows(
                IOException.class,
                () -> feed(
                        new Stream(decoder), bytes("HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\n"), 9));
        byte[] head = new Wire(true, false).bytes();
        assertThrows(IOException.class, () -> {
            Stream stream = new Stream(decoder);
            feed(stream, head, 4000);
            feed(stream, bytes("0\r\n\r\n"), 4000);
        });
    }

    private void feed(Stream stream, byte[] wire, int most) throws IOException {
        for (int at = 0; at < wire.length; ) {
            int run = Math.min(wire.length - at, 1 + random.nextInt(most));
            stream.take(ByteBuffer.wrap(wire, at, run).slice(), tally, 2000);
            at += run;
        }
    }

    private static QuotesPage page(long sequence) {
        return QuotesPage.of(sequence, 1000 + sequence, ROWS);
    }

    private static String pieces(QuotesPage page, String from, String to) {
        String html = new String(page.html(), StandardCharsets.UTF_8);
        int start = html.indexOf(from);
        return "data: elements " + html.substring(start, html.indexOf(to, start) + to.length()) + "\n";
    }

    private static byte[] chunk(String lines) {
        String event = "event: datastar-patch-elements\n" + lines + "\n";
        return bytes(Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
