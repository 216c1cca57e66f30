package dev.lodestar.bench.stream.abuse;

import dev.lodestar.bench.stream.restart.RestartedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Measures what guests get from a server that others abuse, with its default limits. */
public final class AbuseMain {
    private static final int ROUNDS = 4;

    /** The whole heap is resident from the beginning, so that other growth is visible; live objects are counted. */
    private static final List<String> JVM =
            List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-XX:TrimNativeHeapInterval=1000");

    private AbuseMain() {}

    /**
     * @param args the seconds of each turn, 5 by default; then optionally the names of some abuses
     */
    public static void main(String[] args) throws Exception {
        long seconds = args.length == 0 ? 5 : Long.parseLong(args[0]);
        List<String> names = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        List<Abuse> abuses = names.isEmpty()
                ? List.of(Abuse.values())
                : names.stream().map(Abuse::valueOf).toList();
        System.out.println(Abused.HEADINGS);
        for (Abuse abuse : abuses) {
            measure(abuse, seconds, abuse.isSecure() ? Tls.options() : new String[0]);
        }
    }

    private static void measure(Abuse abuse, long seconds, String[] options) throws Exception {
        int port = RestartedServer.freePort();
        Path store = Path.of("bench", "target", "abused-" + port);
        Process server = RestartedServer.start(JVM, store, port, options);
        try (Abused abused = Abused.of(server.pid(), abuse, port, seconds)) {
            for (int round = 0; round < ROUNDS; round++) {
                abused.round();
            }
            System.out.println(abused.row());
        } finally {
            server.destroyForcibly();
            Files.deleteIfExists(store);
        }
    }
}
