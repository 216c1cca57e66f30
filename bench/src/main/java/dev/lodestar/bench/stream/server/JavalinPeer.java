package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.PageEvent;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/** One who watches at Javalin. Confined to the thread that sends. */
abstract class JavalinPeer {
    private long shown = -1;

    /** Sends an event, unless it was sent before; waits while the connection does not take it. Returns false at its end. */
    boolean show(long sequence, String data) {
        if (sequence > shown) {
            shown = sequence;
            return send(data);
        }
        return true;
    }

    abstract boolean send(String data);

    /** One of Javalin's own streams, which says by itself when it ends. */
    static final class Plain extends JavalinPeer {
        private final SseClient client;

        Plain(SseClient client) {
            this.client = client;
        }

        @Override
        boolean send(String data) {
            client.sendEvent(PageEvent.NAME, data);
            return true;
        }
    }

    /** One that is compressed. */
    static final class Compressed extends JavalinPeer {
        private final CompletableFuture<?> end;
        private final OutputStream out;

        /** @param end completed when the stream is over */
        Compressed(OutputStream answer, CompletableFuture<?> end) throws IOException {
            this.end = end;
            this.out = new GZIPOutputStream(answer, true);
        }

        @Override
        boolean send(String data) {
            try {
                out.write(PageEvent.bytes(data));
                out.flush();
                return true;
            } catch (IOException e) {
                end.completeExceptionally(e);
                return false;
            }
        }
    }
}
