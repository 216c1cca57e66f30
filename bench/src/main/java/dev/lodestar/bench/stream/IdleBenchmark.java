package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.client.Crowd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory that an idle stream costs: the live heap and the resident memory with many streams and with none. Some are
 * opened and closed beforehand, so that everything created only once exists.
 */
final class IdleBenchmark {
    private static final long SECOND = 1_000_000_000;
    private static final int FIRST = 1000;

    private final List<Contender> contenders;
    private final Load load;
    private final List<String> jvm;

    IdleBenchmark(Options options) {
        contenders = options.list("servers", ",", "lodestar,lodestar-gzip").stream()
                .map(Contender::named)
                .toList();
        load = new Load(options.number("streams", 10_000), 0, options.number("page", 2));
        jvm = options.jvm();
        options.check();
    }

    void run() throws IOException {
        System.out.printf("%d idle streams, %d KB%n%n", load.streams(), load.kilobytes());
        System.out.println(
                "| server | live heap, none open | all open | bytes a stream | RSS MB, none open | all open |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        List<Target> targets = new ArrayList<>();
        for (Contender contender : contenders) {
            try (ServerProcess server = ServerProcess.start(contender, jvm, load.rows())) {
                double each = measure(contender, server);
                targets.add(new Target(contender + "'s bytes of heap for an idle stream", each, 8192));
            }
        }
        System.out.println();
        targets.forEach(target -> System.out.println("- " + target));
    }

    private double measure(Contender contender, ServerProcess server) throws IOException {
        try (Crowd crowd = new Crowd(server.address(), contender.request(), load.rows())) {
            crowd.open(FIRST);
        }
        try (Crowd nobody = new Crowd(server.address(), contender.request(), load.rows())) {
            // A closed connection is noticed at once, but not instantly.
            nobody.read(2 * SECOND);
        }
        LiveHeap none = LiveHeap.of(server.pid());
        Usage before = Usage.of(server.pid());
        try (Crowd crowd = new Crowd(server.address(), contender.request(), load.rows())) {
            crowd.open(load.streams());
            crowd.read(2 * SECOND);
            LiveHeap all = LiveHeap.of(server.pid());
            Usage after = Usage.of(server.pid());
            double each = (double) (all.bytes() - none.bytes()) / load.streams();
            System.out.printf(
                    "| %s | %d | %d | %.0f | %d | %d |%n",
                    contender, none.bytes(), all.bytes(), each, before.resident() >> 10, after.resident() >> 10);
            return each;
        }
    }
}
