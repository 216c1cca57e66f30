package dev.lodestar.runtime.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lodestar.Html;
import dev.lodestar.runtime.frame.StreamEncoder.Page;
import dev.lodestar.runtime.html.HtmlOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GzipEncodingTest {
    private final FrameEncoding gzip = new GzipEncoding();
    private final FrameEncodings encodings = FrameEncodings.of(List.of(gzip));
    private final Frame first = frame("one", null, gzip);
    private final Frame second = frame("two", first, gzip);
    private final Frame third = frame("three", second, gzip);
    private final StreamEncoder encoder = gzip.newStream();

    private Frame frame(String text, @Nullable Frame before, FrameEncoding usedBy) {
        HtmlOutput out = new HtmlOutput();
        out.html(Html.raw(text));
        StreamCounts streams = new StreamCounts(encodings);
        streams.add(usedBy);
        return Frame.of(out, before, streams);
    }

    private static byte[] bytes(Chunk chunk) {
        ByteBuffer buffer = chunk.view(false);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private Chunk keyframe(Frame frame) {
        return frame.in(gzip).whole().block();
    }

    private @Nullable Chunk delta(Frame frame) {
        return frame.in(gzip).delta();
    }

    private Chunk sent(Frame frame, Page page) {
        EncodedFrame encoded = frame.in(gzip);
        return encoder.frame(encoded, encoder.form(encoded, page));
    }

    @Test
    void streamBeginsWithTheHeaderAndAKeyframe() {
        byte[] begin = bytes(sent(second, Page.OLDER));
        assertArrayEquals(GzipBlocks.header(), Arrays.copyOf(begin, 10));
        assertArrayEquals(bytes(keyframe(second)), Arrays.copyOfRange(begin, 10, begin.length));
    }

    @Test
    void streamThatKeepsUpGetsDeltas() {
        sent(first, Page.OLDER);
        assertSame(delta(second), sent(second, Page.FRAME_BEFORE));
        assertSame(delta(third), sent(third, Page.FRAME_BEFORE));
    }

    @Test
    void streamThatMissedAFrameGetsAKeyframe() {
        sent(first, Page.OLDER);
        assertSame(keyframe(third), sent(third, Page.OLDER));
    }

    @Test
    void streamThatWasSentAHeartbeatGetsAKeyframe() {
        sent(first, Page.OLDER);
        encoder.heartbeat();
        assertSame(keyframe(second), sent(second, Page.FRAME_BEFORE));
        assertSame(delta(third), sent(third, Page.FRAME_BEFORE));
    }

    @Test
    void frameHasNoDeltaIfNoStreamUsesGzip() {
        Frame plain = frame("two", first, encodings.identity());
        assertNull(delta(plain));
        sent(first, Page.OLDER);
        assertSame(keyframe(plain), sent(plain, Page.FRAME_BEFORE));
    }

    @Test
    void streamThatWasSentNothingEndsAsAnEmptyOne() {
        assertEquals(0, Gunzip.whole(bytes(encoder.end(new byte[0]))).length);
    }
}
