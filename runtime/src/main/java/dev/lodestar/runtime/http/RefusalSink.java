package dev.lodestar.runtime.http;

import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** The way out of a connection whose heads are guarded: puts answers with a reason in the place of Undertow's own. */
final class RefusalSink extends AbstractStreamSinkConduit<StreamSinkConduit> {
    private static final ByteBuffer BARE = StandardCharsets.US_ASCII.encode(
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    /** So does one begin that has its reason behind the number and nowhere else; the reasons are all about hosts. */
    private static final ByteBuffer TERSE = StandardCharsets.US_ASCII.encode("HTTP/1.1 400 ");

    private static final FinalAnswer UNCLEAR_HOST = FinalAnswer.of(StatusCodes.BAD_REQUEST, AllowedHosts.UNCLEAR);

    private final HeadGuard guard;
    private boolean refused;

    RefusalSink(StreamSinkConduit next, HeadGuard guard) {
        super(next);
        this.guard = guard;
    }

    /** The way out without this watch, for an answer that is under way and cannot become another one. */
    static StreamSinkConduit beneath(StreamSinkConduit sink) {
        return sink instanceof RefusalSink watch ? watch.next : sink;
    }

    /** Ends the connection with an answer. */
    void refuse(FinalAnswer answer) {
        refused = true;
        guard.arrived();
        answer.send(guard.connection(), guard, next);
    }

    // Undertow closes the connection as soon as its answer is out, so it is told that there is no room for it.
    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (!guard.isHandedOver() && bytes.remaining() >= TERSE.remaining()) {
            if (bytes.equals(BARE)) {
                refuse(guard.refusal());
            } else if (bytes.slice().limit(TERSE.remaining()).equals(TERSE)) {
                refuse(UNCLEAR_HOST);
            }
        }
        return refused ? 0 : super.write(bytes);
    }

    @Override
    public void resumeWrites() {
        if (!refused) {
            super.resumeWrites();
        }
    }
}
