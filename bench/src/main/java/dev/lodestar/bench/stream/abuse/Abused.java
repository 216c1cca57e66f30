package dev.lodestar.bench.stream.abuse;

import dev.lodestar.bench.stream.LiveHeap;
import dev.lodestar.bench.stream.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A server, its guest and its abuser. The server has a processor to itself, since real abusers have computers of their
 * own; guest and abuser share another one, on which the guest has priority.
 */
final class Abused implements AutoCloseable {
    static final String HEADINGS = """
            | abuse | p50 alone, elsewhere, abused, ms | p99 alone, elsewhere, abused, ms | p99 abused to elsewhere | server's CPU ms \
            for each connection | live heap before, after, MB | resident before, after each turn of abuse, MB |
            | --- | --- | --- | --- | --- | --- | --- |""";

    private static final List<String> SERVER_CPU = List.of("taskset", "-acp", "0");
    private static final List<String> GUEST = List.of("taskset", "-c", "1");
    private static final List<String> ABUSER = List.of("taskset", "-c", "1", "nice", "-n", "19");

    /** How long before the end of a turn the abuse ends, since its end is part of it. */
    private static final long END_MILLIS = 1_000;

    /**
     * The number of short turns of abuse that are not counted: the server's JIT compiler waits for a number of
     * connections, and recompiles what is then used in another way.
     */
    private static final int WARM_UP_TURNS = 30;

    private static final long WARM_UP_MILLIS = END_MILLIS + 500;

    /** The duration of a round trip that is not counted: the first one finds everybody asleep. */
    private static final String WAKING_MILLIS = "50";

    private final long server;
    private final Abuse abuse;
    private final long millis;
    private final Part guest;
    private final Part sink;
    private final Part abuser;
    private final Map<Turn, Latencies> latencies = new EnumMap<>(Turn.class);
    private final Map<Turn, Double> seconds = new EnumMap<>(Turn.class);
    private final List<Long> resident = new ArrayList<>();
    private long connections;
    private long heap;

    private Abused(long server, Abuse abuse, long millis, Part guest, Part sink, Part abuser) {
        this.server = server;
        this.abuse = abuse;
        this.millis = millis;
        this.guest = guest;
        this.sink = sink;
        this.abuser = abuser;
    }

    /**
     * Prepares a measurement, with a server that has been abused for a while and has compiled what it needs for that.
     */
    static Abused of(long server, Abuse abuse, int port, long seconds) throws IOException, InterruptedException {
        String secure = Boolean.toString(abuse.isSecure());
        Part guest = Part.start(GUEST, Guest.class, Integer.toString(port), secure);
        int end = abuse.connections() > 0 ? 0 : abuse.request().length;
        Part sink = abuse.isSecure()
                ? Part.start(ABUSER, SecureSink.class)
                : Part.start(ABUSER, Sink.class, Integer.toString(end));
        Part abuser = Part.start(
                ABUSER,
                abuse.isSecure() ? Flooder.class : Abuser.class,
                abuse.name(),
                Integer.toString(port),
                sink.answer("port"));
        Abused abused = new Abused(server, abuse, seconds * 1_000, guest, sink, abuser);
        abused.heap = LiveHeap.of(server).bytes();
        abused.resident.add(Usage.of(server).resident());
        abused.turn(Turn.ELSEWHERE, 2 * END_MILLIS, new Latencies());
        for (int i = 0; i < WARM_UP_TURNS; i++) {
            abused.turn(Turn.SERVER, WARM_UP_MILLIS, new Latencies());
        }
        pin(server);
        return abused;
    }

    private static void pin(long process) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(SERVER_CPU);
        command.add(Long.toString(process));
        int exit = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("taskset has failed.");
        }
    }

    // In turns, since the machine has better and worse minutes.
    void round() throws IOException, InterruptedException {
        for (Turn turn : Turn.values()) {
            double before = Usage.of(server).cpu();
            long opened = turn(turn, millis, latencies.computeIfAbsent(turn, any -> new Latencies()));
            seconds.merge(turn, Usage.of(server).cpu() - before, Double::sum);
            if (turn == Turn.SERVER) {
                connections += opened;
                resident.add(Usage.of(server).resident());
            }
        }
    }

    /** Returns how many connections the abuser opened, and adds the times of the guest's round trips. */
    private long turn(Turn turn, long millis, Latencies into) throws IOException, InterruptedException {
        guest.answer(WAKING_MILLIS);
        abuser.answer(turn.name().toLowerCase(Locale.ROOT));
        guest.ask(Long.toString(millis));
        Thread.sleep(millis - END_MILLIS);
        long opened = Long.parseLong(abuser.answer("end"));
        into.add(guest.answer());
        return opened;
    }

    /** The result in Markdown. */
    String row() throws IOException {
        return String.format(
                "| %s | %s | %s | %.2f | %.2f | %.1f, %.1f | %s |",
                abuse.words(),
                all(0.5),
                all(0.99),
                latencies.get(Turn.SERVER).millis(0.99)
                        / latencies.get(Turn.ELSEWHERE).millis(0.99),
                1_000 * (seconds.get(Turn.SERVER) - seconds.get(Turn.ELSEWHERE)) / connections,
                heap / 1e6,
                LiveHeap.of(server).bytes() / 1e6,
                resident.stream()
                        .map(kilobytes -> Long.toString(kilobytes / 1_024))
                        .collect(Collectors.joining(", ")));
    }

    private String all(double share) {
        return latencies.values().stream()
                .map(times -> String.format("%.2f", times.millis(share)))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        guest.close();
        sink.close();
        abuser.close();
    }
}
