package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.PageEvent;
import dev.lodestar.bench.stream.quotes.QuotesPage;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Javalin's streams, and one thread that sends the newest event to every client that does not have it. Javalin does not
 * compress streams, so compressed ones are built with a {@code GZIPOutputStream} around the response's output.
 */
final class JavalinServer implements StreamServer {
    private final Set<JavalinPeer> watching = ConcurrentHashMap.newKeySet();
    private final boolean gzip;
    private @Nullable QuotesPage newest;
    private boolean changed;

    JavalinServer(boolean gzip) {
        this.gzip = gzip;
    }

    @Override
    public synchronized void publish(QuotesPage page) {
        newest = page;
        changed = true;
        notifyAll();
    }

    @Override
    public int start() {
        Javalin javalin = Javalin.start(config -> {
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.startup.showJavalinBanner = false;
            if (gzip) {
                config.routes.get("/", this::openCompressed);
            } else {
                config.routes.sse("/", this::open);
            }
        });
        new Thread(this::send, "send").start();
        return javalin.port();
    }

    private void open(SseClient client) {
        client.keepAlive();
        JavalinPeer peer = new JavalinPeer.Plain(client);
        client.onClose(() -> watching.remove(peer));
        join(peer);
    }

    private void openCompressed(Context context) throws IOException {
        context.res().setContentType("text/event-stream");
        context.res().setHeader("Content-Encoding", "gzip");
        CompletableFuture<?> end = new CompletableFuture<>();
        JavalinPeer peer = new JavalinPeer.Compressed(context.res().getOutputStream(), end);
        context.future(() -> {
            join(peer);
            return end;
        });
    }

    private synchronized void join(JavalinPeer peer) {
        watching.add(peer);
        changed = true;
        notifyAll();
    }

    private void send() {
        while (true) {
            QuotesPage page = awaited();
            String data = PageEvent.data(page);
            watching.removeIf(peer -> !peer.show(page.sequence(), data));
        }
    }

    private synchronized QuotesPage awaited() {
        while (!changed) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        changed = false;
        return Objects.requireNonNull(newest);
    }
}
