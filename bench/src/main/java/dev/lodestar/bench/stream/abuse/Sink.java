package dev.lodestar.bench.stream.abuse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Where an abuser sends the same bytes for comparison: a process that accepts and discards them. */
final class Sink {
    private final ServerSocketChannel port;
    private final Selector selector;
    private final int requestBytes;
    private final ByteBuffer dropped = ByteBuffer.allocateDirect(1 << 16);

    private Sink(int requestBytes) throws IOException {
        this.requestBytes = requestBytes;
        selector = Selector.open();
        port = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        port.configureBlocking(false);
        port.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * Answers "port" with its port.
     *
     * @param args the number of bytes after which it closes a connection, or 0 if the client does
     */
    public static void main(String[] args) throws Exception {
        Sink sink = new Sink(Integer.parseInt(args[0]));
        Thread thread = new Thread(sink::run, "sink");
        thread.setDaemon(true);
        thread.start();
        Part.be(asked -> Integer.toString(sink.port.socket().getLocalPort()));
    }

    private void run() {
        try {
            while (true) {
                selector.select(this::serve);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (isOver(key)) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept() throws IOException {
        SocketChannel accepted = port.accept();
        if (accepted != null) {
            accepted.configureBlocking(false);
            accepted.register(selector, SelectionKey.OP_READ, new long[1]);
        }
    }

    private boolean isOver(SelectionKey key) {
        try {
            int read = ((SocketChannel) key.channel()).read(dropped.clear());
            long[] taken = (long[]) key.attachment();
            taken[0] += read;
            return read < 0 || requestBytes > 0 && taken[0] >= requestBytes;
        } catch (IOException clientHasReset) {
            return true;
        }
    }
}
