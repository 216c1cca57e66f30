package dev.lodestar.bench.stream.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Visitors who open a stream and leave, some of them rudely; one batch is there at a time. */
public final class Visitors {
    /** A multiple of the ways to leave. */
    private static final int BATCH = 60;

    /** Addresses of 127.0.0.0/8 to come from: a used port is not free again for a minute. */
    private static final int ADDRESSES = 32;

    private final InetSocketAddress server;
    private final byte[] request;
    private final Map<Leaving, Integer> left = new EnumMap<>(Leaving.class);
    private final ByteBuffer some = ByteBuffer.allocate(1000);
    private int came;

    /**
     * @param request what each visitor sends to open a stream
     */
    public Visitors(InetSocketAddress server, byte[] request) {
        this.server = server;
        this.request = request.clone();
    }

    /** When and how a visitor leaves; all equally often. */
    private enum Leaving {
        AFTER_THE_HEAD,
        IN_A_FRAME,
        IN_A_FRAME_BY_RESET,
        UNREAD_BY_RESET,
        IN_THE_REQUEST,
        IN_THE_REQUEST_BY_RESET;

        private static final Leaving[] ALL = values();

        boolean byReset() {
            return name().endsWith("RESET");
        }

        boolean hasAsked() {
            return this != IN_THE_REQUEST && this != IN_THE_REQUEST_BY_RESET;
        }

        int reads() {
            return switch (this) {
                case AFTER_THE_HEAD -> 1;
                case IN_A_FRAME, IN_A_FRAME_BY_RESET -> 2;
                default -> 0;
            };
        }
    }

    /** Lets this many visitors come and leave. */
    public void come(int count) throws IOException {
        for (int i = 0; i < count; i += BATCH) {
            List<SocketChannel> batch = new ArrayList<>();
            for (int j = 0; j < Math.min(BATCH, count - i); j++) {
                batch.add(open(Leaving.ALL[j % Leaving.ALL.length]));
            }
            for (int j = 0; j < batch.size(); j++) {
                leave(batch.get(j), Leaving.ALL[j % Leaving.ALL.length]);
            }
        }
    }

    private SocketChannel open(Leaving leaving) throws IOException {
        SocketChannel channel = SocketChannel.open();
        byte[] address = {127, 0, 0, (byte) (2 + came++ % ADDRESSES)};
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
        channel.connect(server);
        byte[] sent = leaving.hasAsked() ? request : Arrays.copyOf(request, request.length / 2);
        channel.write(ByteBuffer.wrap(sent));
        return channel;
    }

    private void leave(SocketChannel channel, Leaving leaving) throws IOException {
        for (int i = 0; i < leaving.reads(); i++) {
            if (channel.read(some.clear()) < 0) {
                throw new IOException("The server closed a connection.");
            }
        }
        if (leaving.byReset()) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        channel.close();
        left.merge(leaving, 1, Integer::sum);
    }

    /** How many visitors left in which way. */
    @Override
    public String toString() {
        return left.toString();
    }
}
