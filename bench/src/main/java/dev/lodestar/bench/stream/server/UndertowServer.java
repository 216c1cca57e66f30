package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.PageEvent;
import dev.lodestar.bench.stream.quotes.QuotesPage;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Undertow's handler for streams, wrapped in its handler for encodings if streams are compressed. */
final class UndertowServer implements StreamServer {
    private final Set<UndertowPeer> watching = ConcurrentHashMap.newKeySet();
    private final boolean gzip;
    private volatile @Nullable Event newest;

    UndertowServer(boolean gzip) {
        this.gzip = gzip;
    }

    /** An event to send: the number of its update, which is also its id, and its data. */
    record Event(long sequence, String data) {}

    @Override
    public void publish(QuotesPage page) {
        Event event = new Event(page.sequence(), PageEvent.data(page));
        newest = event;
        watching.forEach(peer -> peer.show(event));
    }

    @Override
    public int start() {
        HttpHandler streams = Handlers.serverSentEvents((connection, lastEventId) -> open(connection));
        ContentEncodingRepository encodings =
                new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50);
        Undertow undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(gzip ? new EncodingHandler(streams, encodings) : streams)
                .build();
        undertow.start();
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    private void open(ServerSentEventConnection connection) {
        UndertowPeer peer = new UndertowPeer(connection);
        watching.add(peer);
        connection.addCloseTask(closed -> watching.remove(peer));
        peer.show(Objects.requireNonNull(newest));
    }
}
