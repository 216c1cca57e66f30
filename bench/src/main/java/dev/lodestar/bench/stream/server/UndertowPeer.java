package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.PageEvent;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A client of Undertow. The newest event waits until the previous one is sent: Undertow would queue them all. */
final class UndertowPeer implements ServerSentEventConnection.EventCallback {
    private final ServerSentEventConnection connection;
    private UndertowServer.@Nullable Event next;
    private boolean busy;

    UndertowPeer(ServerSentEventConnection connection) {
        this.connection = connection;
    }

    void show(UndertowServer.Event event) {
        synchronized (this) {
            if (next != null && next.sequence() > event.sequence()) {
                return;
            }
            next = event;
        }
        send();
    }

    @Override
    public void done(ServerSentEventConnection sender, @Nullable String data, String event, String id) {
        synchronized (this) {
            busy = false;
        }
        send();
    }

    @Override
    public void failed(ServerSentEventConnection sender, String data, String event, String id, IOException e) {
        // The connection's close task follows.
    }

    private void send() {
        UndertowServer.Event event;
        synchronized (this) {
            event = next;
            if (busy || event == null) {
                return;
            }
            busy = true;
            next = null;
        }
        connection.send(event.data(), PageEvent.NAME, null, this);
    }
}
