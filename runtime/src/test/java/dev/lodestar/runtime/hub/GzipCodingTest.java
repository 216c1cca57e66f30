package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lodestar.Html;
import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.html.HtmlOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GzipCodingTest {
    private static final Audience COMPRESSED = new Audience(0, 1);

    private final GzipBlocks blocks = new GzipBlocks();
    private final Frame first = Frame.first(hash("one"), output("one"), COMPRESSED, blocks);
    private final Frame second = first.next(hash("two"), output("two"), COMPRESSED);
    private final Frame third = second.next(hash("three"), output("three"), COMPRESSED);
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

    private static byte[] bytes(Chunk chunk) {
        ByteBuffer buffer = chunk.view(false);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private Chunk sent(Frame frame, Coding.Page page) {
        return coding.frame(frame, coding.form(frame, page));
    }

    @Test
    void streamBeginsWithTheHeaderAndAKeyframe() {
        byte[] begin = bytes(sent(second, Coding.Page.OLDER));
        assertArrayEquals(GzipBlocks.header(), Arrays.copyOf(begin, 10));
        assertArrayEquals(bytes(second.keyframe()), Arrays.copyOfRange(begin, 10, begin.length));
    }

    @Test
    void whoKeepsUpGetsDeltas() {
        sent(first, Coding.Page.OLDER);
        assertSame(second.delta(), sent(second, Coding.Page.FRAME_BEFORE));
        assertSame(third.delta(), sent(third, Coding.Page.FRAME_BEFORE));
    }

    @Test
    void whoMissedAFrameGetsAKeyframe() {
        sent(first, Coding.Page.OLDER);
        assertSame(third.keyframe(), sent(third, Coding.Page.OLDER));
    }

    @Test
    void whoWasSentAHeartbeatGetsAKeyframe() {
        sent(first, Coding.Page.OLDER);
        coding.heartbeat();
        assertSame(second.keyframe(), sent(second, Coding.Page.FRAME_BEFORE));
        assertSame(third.delta(), sent(third, Coding.Page.FRAME_BEFORE));
    }

    @Test
    void frameThatNobodyTakesCompressedHasNoDelta() {
        Frame plain = first.next(hash("two"), output("two"), new Audience(1, 0));
        assertNull(plain.delta());
        sent(first, Coding.Page.OLDER);
        assertSame(plain.keyframe(), sent(plain, Coding.Page.FRAME_BEFORE));
    }

    @Test
    void streamThatWasSentNothingEndsAsAnEmptyOne() {
        assertEquals(0, Gunzip.whole(bytes(coding.end(new byte[0]))).length);
    }
}
