package dev.lodestar.runtime.http;

import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * An answer that needs no request: its bytes are made beforehand, and its connection is closed behind it. Not at once, since
 * that would make the client's system throw the answer away unread (RFC 9112, 9.6): what the client goes on sending is taken
 * and dropped for a while.
 */
final class FinalAnswer {
    private static final long LONGEST_MILLIS = 1_000;
    private static final long MOST_BYTES = 4 << 20;

    private final byte[] bytes;

    private FinalAnswer(byte[] bytes) {
        this.bytes = bytes;
    }

    /** An answer of one sentence. */
    static FinalAnswer of(int status, String sentence) {
        return of(status, sentence, "");
    }

    /** An answer of one sentence to a client that may come back after some seconds. */
    static FinalAnswer of(int status, String sentence, int retryAfter) {
        return of(status, sentence, "Retry-After: " + retryAfter + "\r\n");
    }

    private static FinalAnswer of(int status, String sentence, String headers) {
        String answer = "HTTP/1.1 " + status + " " + StatusCodes.getReason(status) + "\r\n"
                + "Connection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n" + headers
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + sentence.length() + "\r\n\r\n"
                + sentence;
        return new FinalAnswer(answer.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Sends it, and sees to the connection's end. Called on the connection's thread.
     *
     * @param source where what the client sends comes from, beneath what may make something of it
     * @param sink where the connection's bytes go
     */
    void send(StreamConnection connection, StreamSourceConduit source, StreamSinkConduit sink) {
        try {
            // Nothing was sent before, so that there is room for it all.
            sink.write(ByteBuffer.wrap(bytes));
            sink.terminateWrites();
            sink.flush();
            new Ending(connection, source).begin();
        } catch (IOException | RejectedExecutionException e) {
            IoUtils.safeClose(connection);
        }
    }

    /** What follows the answer. */
    private static final class Ending implements ChannelListener<StreamSourceChannel> {
        private final StreamConnection connection;
        private final StreamSourceConduit source;
        private final XnioExecutor.Key deadline;
        private long taken;

        Ending(StreamConnection connection, StreamSourceConduit source) {
            this.connection = connection;
            this.source = source;
            this.deadline = connection.getIoThread().executeAfter(this::end, LONGEST_MILLIS, TimeUnit.MILLISECONDS);
        }

        void begin() {
            connection.getSourceChannel().getReadSetter().set(this);
            source.resumeReads();
        }

        @Override
        public void handleEvent(StreamSourceChannel channel) {
            try {
                int read = source.read(Dropped.room());
                taken += read;
                if (read < 0 || taken > MOST_BYTES) {
                    end();
                }
            } catch (IOException e) {
                end();
            }
        }

        private void end() {
            // Else the thread would remember the connection until then.
            deadline.remove();
            IoUtils.safeClose(connection);
        }
    }
}
