package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.client.Crowd;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How long a visitor waits for a page while frames go to thousands of streams, and while none do, in turns. */
final class VisitorBenchmark {
    private static final long SECOND = 1_000_000_000;
    private static final int WARM_UP_SECONDS = 4;

    private final Contender contender;
    private final Load load;
    private final int rounds;
    private final int seconds;
    private final List<String> jvm;

    VisitorBenchmark(Options options) {
        contender = Contender.named(options.text("server", "lodestar"));
        load = new Load(options.number("streams", 5000), options.number("rate", 10), options.number("page", 2));
        rounds = options.number("rounds", 5);
        seconds = options.number("seconds", 5);
        jvm = options.jvm();
        options.check();
    }

    void run() throws Exception {
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Stream.Builder<long[]> without = Stream.builder();
        Stream.Builder<long[]> with = Stream.builder();
        try (ServerProcess server = ServerProcess.start(contender, jvm, load.rows());
                Crowd crowd = new Crowd(server.address(), contender.request(), load.rows());
                Visitor visitor = new Visitor(server.address())) {
            crowd.open(load.streams());
            server.begin(load.warmupRate());
            visit(visitor, crowd, elsewhere, WARM_UP_SECONDS);
            for (int i = 0; i < rounds; i++) {
                server.stop();
                crowd.read(SECOND);
                without.add(visit(visitor, crowd, elsewhere, seconds));
                server.begin(load.rate());
                crowd.read(SECOND);
                with.add(visit(visitor, crowd, elsewhere, seconds));
            }
        } finally {
            elsewhere.shutdown();
        }
        System.out.printf("%s; medians of %d rounds%n%n", load, rounds);
        System.out.println("| ms until a page is there | p50 | p99 | longest |");
        System.out.println("| --- | --- | --- | --- |");
        print("without frames", without.build().toList());
        print("with frames", with.build().toList());
    }

    private static long[] visit(Visitor visitor, Crowd crowd, ExecutorService elsewhere, int seconds) throws Exception {
        Future<long[]> waits = elsewhere.submit(() -> visitor.visit(seconds * SECOND));
        crowd.read(seconds * SECOND);
        return waits.get();
    }

    private static void print(String name, List<long[]> rounds) {
        System.out.printf(
                "| %s | %.2f | %.2f | %.2f |%n", name, median(rounds, 0.5), median(rounds, 0.99), median(rounds, 1));
    }

    /** The median over rounds of a percentile of the waiting times, in milliseconds. */
    private static double median(List<long[]> rounds, double share) {
        DoubleStream waits =
                rounds.stream().mapToDouble(waited -> waited[(int) Math.ceil(share * waited.length) - 1] / 1e6);
        return waits.sorted().toArray()[rounds.size() / 2];
    }
}
