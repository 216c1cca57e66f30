package dev.lodestar.bench.stream.abuse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Abuses a server, in a thread of its own, until it is stopped. */
final class Abuser {
    private static final long SECOND_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 50;

    private final Abuse abuse;
    private final InetSocketAddress victim;
    private final byte[] request;
    private final Thread thread;
    private final List<SocketChannel> held = new ArrayList<>();
    private volatile boolean stopped;
    private int opened;

    private Abuser(Abuse abuse, byte[] request, InetSocketAddress victim) {
        this.abuse = abuse;
        this.request = request;
        this.victim = victim;
        this.thread = new Thread(this::run, "abuser");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A process that abuses the server when told "server", the sink when told "elsewhere", and nobody when told
     * "nobody"; at "end" it stops, and reports how many connections it has opened.
     *
     * @param args the abuse, the server's port and the sink's port
     */
    public static void main(String[] args) throws Exception {
        Abuse abuse = Abuse.valueOf(args[0]);
        byte[] request = abuse.request();
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
        InetSocketAddress sink = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2]));
        Abuser[] abuser = {null};
        Part.be(asked -> {
            switch (asked) {
                case "server" -> abuser[0] = new Abuser(abuse, request, server);
                case "elsewhere" -> abuser[0] = new Abuser(abuse, request, sink);
                case "end" -> {
                    return Integer.toString(abuser[0] == null ? 0 : abuser[0].stop());
                }
                default -> abuser[0] = null;
            }
            return "begun";
        });
    }

    private void run() {
        try {
            while (!stopped) {
                if (abuse.connections() > 0) {
                    hold();
                    Thread.sleep(SECOND_MILLIS);
                } else {
                    sendOne();
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (IOException | InterruptedException e) {
            if (!stopped) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Opens missing connections, and sends each open one its drop. */
    private void hold() throws IOException {
        for (int i = 0; i < abuse.connections() && !stopped; i++) {
            SocketChannel channel = i < held.size() ? held.get(i) : null;
            if (channel == null || !drips(channel)) {
                SocketChannel replacement = open(i);
                if (channel == null) {
                    held.add(replacement);
                } else {
                    held.set(i, replacement);
                }
            }
        }
    }

    private boolean drips(SocketChannel channel) throws IOException {
        try {
            channel.write(ByteBuffer.wrap(abuse.drop()));
            if (channel.read(ByteBuffer.allocate(1_024)) >= 0) {
                return true;
            }
        } catch (IOException closedByTheServer) {
            // It will be opened again.
        }
        channel.close();
        return false;
    }

    // From other addresses than the guest's.
    private SocketChannel open(int number) throws IOException {
        opened++;
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        int address = abuse.perAddress() == 0 ? 2 : 2 + number / abuse.perAddress();
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) address}), 0));
        channel.connect(victim);
        if (abuse.connections() > 0) {
            channel.configureBlocking(false);
        }
        try {
            channel.write(ByteBuffer.wrap(request));
        } catch (IOException refused) {
            channel.close();
        }
        return channel;
    }

    private void sendOne() throws IOException {
        try (SocketChannel channel = open(0)) {
            while (channel.isOpen() && channel.read(ByteBuffer.allocate(1_024)) >= 0) {
                // Until the server has closed it.
            }
        } catch (IOException closedByTheServer) {
            // As it should.
        }
    }

    /** Resets the open connections. Returns how many there were. */
    private int stop() throws IOException, InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join();
        for (SocketChannel channel : held) {
            channel.close();
        }
        return opened;
    }
}
