package dev.lodestar.runtime.connection.refusal;

import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * The bytes of a refusal that needs no request, as for a connection that is one too many. The connection is closed
 * after it.
 */
public final class FinalAnswer {
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final long MAX_BYTES = 4 << 20;

    private final byte[] bytes;

    private FinalAnswer(byte[] bytes) {
        this.bytes = bytes;
    }

    /** An answer whose sentence is ASCII. */
    public static FinalAnswer of(Refusal refusal) {
        return of(refusal, "");
    }

    /** An answer to a client that may try again after some seconds. */
    public static FinalAnswer of(Refusal refusal, int retryAfterSeconds) {
        return of(refusal, "Retry-After: " + retryAfterSeconds + "\r\n");
    }

    private static FinalAnswer of(Refusal refusal, String headers) {
        String sentence = refusal.sentence();
        String answer = "HTTP/1.1 " + refusal.status() + " " + StatusCodes.getReason(refusal.status()) + "\r\n"
                + "Connection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n" + headers
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + sentence.length() + "\r\n\r\n"
                + sentence;
        return new FinalAnswer(answer.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Sends the answer and closes the connection in order. Call it on the connection's thread.
     *
     * @param source where the client's bytes come from, beneath anything that would interpret them
     * @param sink where the connection's bytes go
     */
    public void send(StreamConnection connection, StreamSourceConduit source, StreamSinkConduit sink) {
        try {
            // Nothing was sent before, so that there is room for all of it.
            sink.write(ByteBuffer.wrap(bytes));
            sink.terminateWrites();
            sink.flush();
        } catch (IOException e) {
            IoUtils.safeClose(connection);
            return;
        }
        LingeringClose.begin(connection.getIoThread(), LINGER, MAX_BYTES, new Remainder(connection, source));
    }

    /** What the client goes on sending. */
    private record Remainder(StreamConnection connection, StreamSourceConduit source) implements LingeringClose.Source {
        @Override
        public int read(ByteBuffer into) throws IOException {
            return source.read(into);
        }

        @Override
        public void whenReadable(Runnable listener) {
            connection.getSourceChannel().getReadSetter().set(channel -> listener.run());
            source.resumeReads();
        }

        @Override
        public void close() {
            IoUtils.safeClose(connection);
        }
    }
}
