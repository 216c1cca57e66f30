package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lodestar.Html;
import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.html.HtmlOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GzipCodingTest {
    private final GzipBlocks blocks = new GzipBlocks();
    private final Frame first = Frame.first(hash("one"), output("one"), blocks);
    private final Frame second = first.next(hash("two"), output("two"), true);
    private final Frame third = second.next(hash("three"), output("three"), true);
    private final GzipCoding coding = new GzipCoding();

    private static HtmlOutput output(String text) {
        HtmlOutput out = new HtmlOutput();
        out.html(Html.raw(text));
        return out;
    }

    private static FrameHash hash(String text) {
        HtmlOutput out = output(text);
        return FrameHash.of(out.array(), out.size());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void streamBeginsWithTheHeaderAndAKeyframe() {
        byte[] begin = bytes(coding.frame(second));
        assertArrayEquals(GzipBlocks.header(), Arrays.copyOf(begin, 10));
        assertArrayEquals(second.keyframe(), Arrays.copyOfRange(begin, 10, begin.length));
    }

    @Test
    void whoKeepsUpGetsDeltas() {
        coding.frame(first);
        assertArrayEquals(second.delta(), bytes(coding.frame(second)));
        assertArrayEquals(third.delta(), bytes(coding.frame(third)));
    }

    @Test
    void whoMissedAFrameGetsAKeyframe() {
        coding.frame(first);
        assertArrayEquals(third.keyframe(), bytes(coding.frame(third)));
    }

    @Test
    void whoWasSentAHeartbeatGetsAKeyframe() {
        coding.frame(first);
        coding.heartbeat();
        assertArrayEquals(second.keyframe(), bytes(coding.frame(second)));
        assertArrayEquals(third.delta(), bytes(coding.frame(third)));
    }

    @Test
    void frameThatNobodyTakesCompressedHasNoDelta() {
        Frame plain = first.next(hash("two"), output("two"), false);
        assertNull(plain.delta());
        coding.frame(first);
        assertArrayEquals(plain.keyframe(), bytes(coding.frame(plain)));
    }

    @Test
    void streamThatWasSentNothingEndsAsAnEmptyOne() {
        assertEquals(0, Gunzip.whole(bytes(coding.end())).length);
    }
}
