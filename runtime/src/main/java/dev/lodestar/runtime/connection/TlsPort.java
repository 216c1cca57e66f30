package dev.lodestar.runtime.connection;

import dev.lodestar.Limits;
import dev.lodestar.runtime.work.Workers;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.protocol.http.AlpnOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.XnioExecutor;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;
import org.xnio.ssl.SslConnection;

/** A port whose connections begin with a TLS handshake, in which client and server agree on HTTP/1.1 or HTTP/2. */
final class TlsPort {
    /** A TLS record with its header and padding. */
    private static final int RECORD_BYTES = 17 << 10;

    private final XnioWorker worker;
    private final UndertowXnioSsl ssl;
    private final ExecutorService handshakes;

    TlsPort(XnioWorker worker, SSLContext context) {
        this.worker = worker;
        // Signing takes about a millisecond, in which the connection's thread could write to hundreds of streams.
        handshakes = Workers.pool("lodestar-handshake", Runtime.getRuntime().availableProcessors());
        ssl = new UndertowXnioSsl(worker.getXnio(), OptionMap.EMPTY, Buffers.pool(RECORD_BYTES), context, handshakes);
    }

    AcceptingChannel<SslConnection> listen(
            InetSocketAddress address, ChannelListener<AcceptingChannel<SslConnection>> accepted, OptionMap options)
            throws IOException {
        OptionMap secure = OptionMap.builder()
                .addAll(options)
                .set(Options.SSL_ENABLED_PROTOCOLS, Sequence.of("TLSv1.3", "TLSv1.2"))
                .getMap();
        return ssl.createSslConnectionServer(worker, address, accepted, secure);
    }

    /**
     * Passes connections on, and closes those whose handshake takes longer than a request may: a client that connects
     * and then sends nothing has no request yet, whose timeout would apply.
     */
    static ChannelListener<SslConnection> watched(AlpnOpenListener connections, Limits limits) {
        return connection -> {
            XnioExecutor.Key deadline = connection
                    .getIoThread()
                    .executeAfter(
                            () -> IoUtils.safeClose(connection),
                            limits.requestTime().toMillis(),
                            TimeUnit.MILLISECONDS);
            connection.getHandshakeSetter().set(done -> deadline.remove());
            connection.getCloseSetter().set(closed -> deadline.remove());
            connections.handleEvent(connection);
        };
    }

    /** Uses another certificate for the handshakes that begin from now on. */
    void renew(SSLContext context) {
        ssl.updateSSLContext(context);
    }

    void close() {
        handshakes.shutdownNow();
    }
}
