package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.PageEvent;
import dev.lodestar.bench.stream.quotes.QuotesPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The least that a server can do: one thread, one selector, and for each update one event, written to every socket
 * unchanged. It knows as much HTTP as the load client needs.
 */
final class NioServer implements StreamServer {
    private final Function<SocketChannel, NioPeer> peers;
    private final Selector selector;
    private final ByteBuffer input = ByteBuffer.allocateDirect(4096);
    private final List<NioPeer> watching = new ArrayList<>();
    private volatile @Nullable SharedEvent newest;
    private @Nullable SharedEvent shown;

    /** @param peers creates what writes to a socket */
    NioServer(Function<SocketChannel, NioPeer> peers) throws IOException {
        this.peers = peers;
        this.selector = Selector.open();
    }

    @Override
    public void publish(QuotesPage page) {
        newest = new SharedEvent(page.sequence(), PageEvent.bytes(page));
        selector.wakeup();
    }

    @Override
    public int start() throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        socket.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        new Thread(this::run, "nio").start();
        return socket.socket().getLocalPort();
    }

    private void run() {
        try {
            while (true) {
                selector.select(this::ready);
                SharedEvent event = Objects.requireNonNull(newest);
                if (event != shown) {
                    shown = event;
                    watching.removeIf(peer -> !peer.show(event));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof NioPeer peer) {
            serve(peer, key);
        } else {
            accept((ServerSocketChannel) key.channel());
        }
    }

    private void serve(NioPeer peer, SelectionKey key) {
        try {
            if (key.isReadable() && !read(peer)) {
                peer.close();
            } else if (key.isWritable()) {
                peer.writable();
            }
        } catch (IOException e) {
            peer.close();
        }
    }

    private void accept(ServerSocketChannel socket) {
        try {
            for (SocketChannel channel = socket.accept(); channel != null; channel = socket.accept()) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                peers.apply(channel).register(selector);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Accepting connections failed.", e);
        }
    }

    /** Returns false if the connection has ended. */
    private boolean read(NioPeer peer) throws IOException {
        input.clear();
        if (peer.channel().read(input) < 0) {
            return false;
        }
        if (peer.asks(input.flip())) {
            watching.add(peer);
            return peer.open(Objects.requireNonNull(newest));
        }
        return true;
    }
}
