package dev.lodestar.runtime.connection.http1;

import dev.lodestar.runtime.connection.refusal.FinalAnswer;
import dev.lodestar.runtime.connection.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * The way out of a connection of HTTP/1.1. Undertow refuses some requests by itself, with a bare 400, and closes the
 * connection at once. Whatever it writes before a request was handed over is such a refusal; an answer that says what
 * is wrong is sent in its place.
 */
public final class RefusalSink extends AbstractStreamSinkConduit<StreamSinkConduit> {
    /** What is known of the request that is arriving. */
    interface Head {
        /** Whether the application has the request, so that it is no longer Undertow's to refuse. */
        boolean isHandedOver();

        /** What is wrong with a head that Undertow cannot read. */
        Refusal refusal();

        /** Called when the request is refused: nothing more is expected. */
        void refused();
    }

    private static final FinalAnswer UNCLEAR_HOST = FinalAnswer.of(Refusal.UNCLEAR_HOST);

    private final StreamConnection connection;
    private final StreamSourceConduit source;
    private final Head head;
    private boolean refused;

    RefusalSink(StreamConnection connection, StreamSourceConduit source, Head head) {
        super(connection.getSinkChannel().getConduit());
        this.connection = connection;
        this.source = source;
        this.head = head;
    }

    /** The same way out without the guard, for a response that is under way and cannot become a refusal any more. */
    public static StreamSinkConduit beneath(StreamSinkConduit sink) {
        return sink instanceof RefusalSink guard ? guard.next : sink;
    }

    /** Ends the connection with an answer. */
    void refuse(FinalAnswer answer) {
        refused = true;
        head.refused();
        answer.send(connection, source, next);
    }

    // Undertow closes the connection as soon as its own answer is out, so it is told that there is no room for it.
    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (!refused && !head.isHandedOver() && bytes.hasRemaining()) {
            refuse(isResponse() ? UNCLEAR_HOST : FinalAnswer.of(head.refusal()));
        }
        return refused ? 0 : super.write(bytes);
    }

    // A head that Undertow cannot read it refuses on the bare channel. As the response to a request it refuses only
    // those whose host is not plain, and puts a conduit on the channel for that.
    private boolean isResponse() {
        return connection.getSinkChannel().getConduit() != this;
    }

    @Override
    public void resumeWrites() {
        if (!refused) {
            super.resumeWrites();
        }
    }
}
