package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.client.Crowd;
import dev.lodestar.bench.stream.client.Tally;
import dev.lodestar.bench.stream.quotes.QuotesPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs servers under the same loads, in turns, and prints the medians of what it measures. A server's process is kept for
 * all rounds of a load, so that they find it warm; at the end of each run every stream must show the server's last update.
 */
final class LoadBenchmark {
    private static final long SECOND = 1_000_000_000;

    private final List<Contender> contenders;
    private final List<Load> loads;
    private final List<String> jvm;
    private final int rounds;
    private final int seconds;
    private final int warmup;

    LoadBenchmark(Options options) {
        contenders = options
                .list("servers", ",", "lodestar,lodestar-gzip,nio,nio-gzip,undertow,undertow-gzip,javalin,javalin-gzip")
                .stream()
                .map(Contender::named)
                .toList();
        loads = new ArrayList<>();
        for (int kilobytes : options.numbers("pages", "2,50")) {
            for (int streams : options.numbers("streams", "1000")) {
                for (int rate : options.numbers("rates", "10,50")) {
                    loads.add(new Load(streams, rate, kilobytes));
                }
            }
        }
        jvm = options.list("jvm", " ", "-Xms64m -Xmx1g -XX:+UseSerialGC");
        rounds = options.number("rounds", 5);
        seconds = options.number("seconds", 5);
        warmup = options.number("warmup", 2);
        options.check();
    }

    void run() throws IOException {
        int runs = loads.size() * contenders.size() * (rounds + 1);
        System.out.printf("%d runs, about %d minutes.%n", runs, 1 + runs * (seconds + warmup + 1) / 60);
        for (Load load : loads) {
            Map<Contender, List<Figures>> figures = measure(load);
            System.out.println();
            System.out.println(load + ":");
            System.out.println();
            System.out.println(Figures.HEAD);
            figures.forEach((contender, runsOfIt) ->
                    System.out.println(Figures.median(runsOfIt).row(contender)));
        }
    }

    private Map<Contender, List<Figures>> measure(Load load) throws IOException {
        Map<Contender, List<Figures>> figures = new LinkedHashMap<>();
        Map<Contender, ServerProcess> servers = new LinkedHashMap<>();
        try {
            for (Contender contender : contenders) {
                servers.put(contender, ServerProcess.start(contender, jvm, rows(load)));
                figures.put(contender, new ArrayList<>());
                run(contender, servers.get(contender), load);
            }
            for (int i = 0; i < rounds; i++) {
                for (Contender contender : contenders) {
                    figures.get(contender).add(run(contender, servers.get(contender), load));
                }
            }
        } finally {
            for (ServerProcess server : servers.values()) {
                server.close();
            }
        }
        return figures;
    }

    private Figures run(Contender contender, ServerProcess server, Load load) throws IOException {
        try (Crowd crowd = new Crowd(server.address(), contender.request(), rows(load))) {
            crowd.open(load.streams());
            server.begin(load.rate());
            crowd.read(warmup * SECOND);
            Usage before = Usage.of(server.pid());
            Usage mine = Usage.of(ProcessHandle.current().pid());
            long began = System.nanoTime();
            Tally tally = crowd.count(seconds * SECOND);
            double took = (System.nanoTime() - began) / 1e9;
            Usage after = Usage.of(server.pid());
            double client = Usage.of(ProcessHandle.current().pid()).cpu() - mine.cpu();
            ServerProcess.LastUpdate last = server.stop();
            int behind = crowd.settle(last.sequence(), last.published(), 30 * SECOND);
            if (behind > 0) {
                throw new IOException(behind + " streams of " + contender + " do not show the last update.");
            }
            return Figures.of(tally, took, before, after, client);
        }
    }

    private static int rows(Load load) {
        return QuotesPage.rowsFor(load.kilobytes() << 10);
    }
}
