package dev.lodestar.bench.stream.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One stream, from the client's point of view. It follows a known unit for as long as its bytes are the same; it keeps
 * its own bytes, until they can be decoded, only if no other stream has received the same before.
 */
final class Stream {
    private static final byte[] NOTHING = {};

    private final Decoder decoder;
    private @Nullable Trace trace;
    private @Nullable Unit following;
    private int agreed;
    private byte[] held = NOTHING;
    private int holding;
    private Page page = Page.NONE;

    Stream(Decoder decoder) {
        this.decoder = decoder;
    }

    /** What a browser shows. */
    Page page() {
        return page;
    }

    /** Takes all the bytes, which have just arrived. */
    void take(ByteBuffer bytes, Tally tally, long now) throws IOException {
        while (bytes.hasRemaining()) {
            Trace known = trace;
            if (known == null || holding > 0) {
                lead(bytes, tally, now);
            } else {
                follow(known, bytes, tally, now);
            }
        }
    }

    private void follow(Trace known, ByteBuffer bytes, Tally tally, long now) throws IOException {
        Unit unit = following;
        if (unit == null || !unit.continues(agreed, bytes)) {
            unit = known.find(following, agreed, bytes);
        }
        if (unit == null) {
            begin(bytes, tally, now);
            return;
        }
        int run = Math.min(unit.length() - agreed, bytes.remaining());
        bytes.position(bytes.position() + run);
        agreed += run;
        following = unit;
        if (agreed == unit.length()) {
            following = null;
            agreed = 0;
            arrive(known, unit, tally, now);
        }
    }

    /** Continues alone, with the bytes that were the same so far. */
    private void begin(ByteBuffer bytes, Tally tally, long now) throws IOException {
        Unit left = following;
        if (left != null) {
            hold(left.wire().slice(0, agreed));
            following = null;
            agreed = 0;
        }
        lead(bytes, tally, now);
    }

    /** Decodes what it has, if that is possible now; any remaining bytes stay. */
    private void lead(ByteBuffer bytes, Tally tally, long now) throws IOException {
        hold(bytes);
        int decoded = decode(tally, now);
        if (decoded > 0) {
            bytes.position(bytes.limit() - (holding - decoded));
            holding = 0;
            held = NOTHING;
        }
    }

    private int decode(Tally tally, long now) throws IOException {
        Trace known = trace;
        if (known == null) {
            Head head = Head.parse(held, holding);
            trace = head == null ? null : decoder.start(head.start());
            return head == null ? 0 : head.length();
        }
        Unit unit = decoder.decode(known, held, holding);
        if (unit == null) {
            return 0;
        }
        arrive(known, unit, tally, now);
        return unit.length();
    }

    private void hold(ByteBuffer bytes) {
        int length = bytes.remaining();
        if (held.length < holding + length) {
            held = Arrays.copyOf(held, Math.max(holding + length, 2 * holding));
        }
        bytes.get(held, holding, length);
        holding += length;
    }

    private void arrive(Trace known, Unit unit, Tally tally, long now) throws IOException {
        Decoder.Step step = decoder.step(known, unit);
        trace = step.next();
        for (int i = 0; i < step.pages().size(); i++) {
            Page next = step.pages().get(i);
            tally.arrived(page, next, now);
            page = next;
        }
    }
}
