package dev.lodestar.bench.stream.abuse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Does it, from a thread of its own, until it is closed. */
final class Abuser implements AutoCloseable {
    private static final long SECOND_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 50;

    private final Abuse abuse;
    private final InetSocketAddress server;
    private final Thread thread;
    private final List<SocketChannel> held = new ArrayList<>();
    private volatile boolean closed;

    Abuser(Abuse abuse, InetSocketAddress server) {
        this.abuse = abuse;
        this.server = server;
        this.thread = new Thread(this::run, "abuser");
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed && abuse != Abuse.NOTHING) {
                if (abuse.connections() > 0) {
                    hold();
                    Thread.sleep(SECOND_MILLIS);
                } else {
                    sendOne();
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens those that are missing, and gives those that there are their drop. */
    private void hold() throws IOException {
        for (int i = 0; i < abuse.connections() && !closed; i++) {
            SocketChannel channel = i < held.size() ? held.get(i) : null;
            if (channel == null || !drips(channel)) {
                SocketChannel opened = open(i);
                if (channel == null) {
                    held.add(opened);
                } else {
                    held.set(i, opened);
                }
            }
        }
    }

    private boolean drips(SocketChannel channel) {
        try {
            channel.write(ByteBuffer.wrap(abuse.drop()));
            ByteBuffer answer = ByteBuffer.allocate(1_024);
            int read = channel.read(answer);
            if (read >= 0) {
                return true;
            }
            channel.close();
        } catch (IOException closedByTheServer) {
            // To be opened again.
        }
        return false;
    }

    // From other addresses than the guest's.
    private SocketChannel open(int number) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        int address = abuse.perAddress() == 0 ? 2 : 2 + number / abuse.perAddress();
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) address}), 0));
        channel.connect(server);
        channel.configureBlocking(false);
        try {
            channel.write(ByteBuffer.wrap(abuse.request()));
        } catch (IOException refused) {
            channel.close();
        }
        return channel;
    }

    private void sendOne() throws IOException {
        try (SocketChannel channel = open(0)) {
            channel.configureBlocking(true);
            ByteBuffer request = ByteBuffer.wrap(abuse.request());
            channel.write(request);
            while (channel.read(ByteBuffer.allocate(1_024)) >= 0) {
                // Until the server has closed.
            }
        } catch (IOException closedByTheServer) {
            // Which is what it should do.
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SocketChannel channel : held) {
            channel.close();
        }
    }
}
