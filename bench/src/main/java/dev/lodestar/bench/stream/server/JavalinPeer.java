package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.PageEvent;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/** A client of Javalin. Confined to the sending thread. */
abstract class JavalinPeer {
    private long shown = -1;

    /**
     * Sends an event unless it was already sent; waits until the connection accepts it. Returns false if the connection
     * is gone.
     */
    boolean show(long sequence, String data) {
        if (sequence > shown) {
            shown = sequence;
            return send(data);
        }
        return true;
    }

    abstract boolean send(String data);

    /** One of Javalin's own streams, which reports its own end. */
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

    /** A compressed stream. */
    static final class Compressed extends JavalinPeer {
        private final CompletableFuture<?> end;
        private final OutputStream out;

        /** @param end completed when the stream has ended */
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
