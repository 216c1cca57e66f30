package dev.lodestar.bench.stream.abuse;

import dev.lodestar.bench.stream.LiveHeap;
import dev.lodestar.bench.stream.Usage;
import dev.lodestar.bench.stream.restart.RestartedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures what a guest has of a server that others abuse, with the limits that it has unless told otherwise. */
public final class AbuseMain {
    private static final int ROUNDS = 3;
    private static final long SETTLE_MILLIS = 2_000;

    private AbuseMain() {}

    /**
     * @param args the seconds of each measurement, of which there are 49; 10 if there is none
     */
    public static void main(String[] args) throws Exception {
        long seconds = args.length == 0 ? 10 : Long.parseLong(args[0]);
        System.out.println(
                "abuse | p50 without, with, ms | p99 without, with, ms | p99 ratio | heap before, after, MB | resident"
                        + " before, after, MB");
        for (Abuse abuse : Abuse.values()) {
            if (abuse != Abuse.NOTHING) {
                measure(abuse, seconds);
            }
        }
        System.exit(0);
    }

    // In turns, since the machine has better and worse minutes.
    private static void measure(Abuse abuse, long seconds) throws Exception {
        int port = freePort();
        Path store = Path.of("bench", "target", "abused-" + port);
        Process server = RestartedServer.start(store, port);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Latencies without = new Latencies();
        Latencies with = new Latencies();
        try (Guest guest = new Guest(address)) {
            guest.measure(seconds, new Latencies());
            LiveHeap heap = LiveHeap.of(server.pid());
            Usage usage = Usage.of(server.pid());
            for (int round = 0; round < ROUNDS; round++) {
                phase(Abuse.NOTHING, address, guest, seconds, without);
                phase(abuse, address, guest, seconds, with);
            }
            System.out.printf(
                    "%s | %.2f, %.2f | %.2f, %.2f | %.2f | %.1f, %.1f | %d, %d%n",
                    abuse.words(),
                    without.millis(0.5),
                    with.millis(0.5),
                    without.millis(0.99),
                    with.millis(0.99),
                    with.millis(0.99) / without.millis(0.99),
                    heap.bytes() / 1e6,
                    LiveHeap.of(server.pid()).bytes() / 1e6,
                    usage.resident() / 1024,
                    Usage.of(server.pid()).resident() / 1024);
        } finally {
            server.destroyForcibly();
            Files.deleteIfExists(store);
        }
    }

    private static void phase(Abuse abuse, InetSocketAddress server, Guest guest, long seconds, Latencies into)
            throws Exception {
        try (Abuser abuser = new Abuser(abuse, server)) {
            abuser.begin();
            Thread.sleep(SETTLE_MILLIS);
            guest.measure(seconds, into);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
