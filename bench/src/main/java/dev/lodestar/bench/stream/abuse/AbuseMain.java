package dev.lodestar.bench.stream.abuse;

import dev.lodestar.bench.stream.restart.RestartedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Measures what guests have of a server that others abuse, with the limits that it has unless told otherwise. */
public final class AbuseMain {
    private static final int ROUNDS = 4;

    /** All of the heap is resident from the beginning, so that what else grows is seen; what is alive in it is counted. */
    private static final List<String> JVM =
            List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-XX:TrimNativeHeapInterval=1000");

    private AbuseMain() {}

    /**
     * @param args the seconds of each turn, 5 if there is none; then the names of some of the abuses, if not all are wanted
     */
    public static void main(String[] args) throws Exception {
        long seconds = args.length == 0 ? 5 : Long.parseLong(args[0]);
        List<String> names = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        List<Abuse> abuses = names.isEmpty()
                ? List.of(Abuse.values())
                : names.stream().map(Abuse::valueOf).toList();
        SelfSigned certificate = SelfSigned.make();
        System.out.println(Abused.HEADINGS);
        for (Abuse abuse : abuses) {
            measure(abuse, seconds, abuse.isSecure() ? certificate.options() : new String[0]);
        }
        certificate.delete();
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
