package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.client.Crowd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What streams that nobody reads do to the others: the latency of the others with and without them, in turns, and the
 * server's memory while they stay.
 */
final class StalledBenchmark {
    private static final long SECOND = 1_000_000_000;

    private final Contender contender;
    private final Load load;
    private final int stalled;
    private final int rounds;
    private final int seconds;
    private final int minutes;
    private final List<String> jvm;

    StalledBenchmark(Options options) {
        contender = Contender.named(options.text("server", "lodestar"));
        stalled = options.number("stalled", 100);
        int readers = options.number("streams", 1000) - stalled;
        load = new Load(readers, options.number("rate", 50), options.number("page", 2));
        rounds = options.number("rounds", 5);
        seconds = options.number("seconds", 10);
        minutes = options.number("minutes", 5);
        jvm = new ArrayList<>(options.jvm());
        // By default, they would be closed after half a minute.
        jvm.add("-Dstall.seconds=86400");
        options.check();
    }

    void run() throws IOException {
        try (ServerProcess server = ServerProcess.start(contender, jvm, load.rows())) {
            latency(server);
            memory(server);
        }
    }

    private void latency(ServerProcess server) throws IOException {
        List<Figures> without = new ArrayList<>();
        List<Figures> with = new ArrayList<>();
        new Measurement(contender, server, load, 0, 1, seconds).run();
        for (int i = 0; i < rounds; i++) {
            without.add(new Measurement(contender, server, load, 0, 3, seconds).run());
            with.add(new Measurement(contender, server, load, stalled, 3, seconds).run());
        }
        System.out.printf("%s; without and with %d streams besides that nobody reads%n%n", load, stalled);
        System.out.println(Figures.HEAD);
        System.out.println(Figures.median(without).row(contender));
        System.out.println(Figures.median(with).row(contender));
        double ratio = Figures.median(with).p99() / Figures.median(without).p99();
        System.out.printf("%n- %s%n%n", new Target("p99 with stalled streams to that without", ratio, 1.1));
    }

    private void memory(ServerProcess server) throws IOException {
        System.out.println("| seconds | live heap MB | RSS MB |");
        System.out.println("| --- | --- | --- |");
        try (Crowd crowd = new Crowd(server.address(), contender.request(), load.rows())) {
            crowd.openStalled(stalled);
            crowd.open(load.streams());
            server.begin(load.rate());
            double first = 0;
            double last = 0;
            for (int i = 0; i <= 2 * minutes; i++) {
                crowd.read((i == 0 ? 10 : 30) * SECOND);
                last = LiveHeap.of(server.pid()).bytes() / 1e6;
                first = i == 0 ? last : first;
                System.out.printf(
                        "| %d | %.2f | %d |%n",
                        10 + 30 * i, last, Usage.of(server.pid()).resident() >> 10);
            }
            server.stop();
            System.out.printf("%n- %s%n", new Target("live heap at the end to that at first", last / first, 1.05));
        }
    }
}
