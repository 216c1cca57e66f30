package dev.lodestar.bench.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs servers under the same loads, in turns, and prints the medians of the results. A server's process is kept for
 * all rounds of a load, and its first run is not counted, so that every round finds it warm.
 */
final class LoadBenchmark {
    private static final String ALL = "lodestar,lodestar-gzip,nio,nio-gzip,undertow,undertow-gzip,javalin,javalin-gzip";

    private final List<Contender> contenders;
    private final List<Load> loads = new ArrayList<>();
    private final List<String> jvm;
    private final int rounds;
    private final int seconds;
    private final int warmup;

    LoadBenchmark(Options options) {
        contenders =
                options.list("servers", ",", ALL).stream().map(Contender::named).toList();
        List<Integer> rates = options.numbers("rates", "10,50");
        List<Integer> streams = options.numbers("streams", "1000");
        for (int kilobytes : options.numbers("pages", "2,50")) {
            for (int count : streams) {
                rates.forEach(rate -> loads.add(new Load(count, rate, kilobytes)));
            }
        }
        jvm = options.jvm();
        rounds = options.number("rounds", 5);
        seconds = options.number("seconds", 5);
        warmup = options.number("warmup", 3);
        options.check();
    }

    void run() throws IOException {
        int runs = loads.size() * contenders.size() * (rounds + 1);
        System.out.printf("%d runs, about %d minutes%n", runs, 1 + runs * (seconds + warmup + 2) / 60);
        for (Load load : loads) {
            Map<Contender, Figures> medians = new LinkedHashMap<>();
            measure(load).forEach((contender, figures) -> medians.put(contender, Figures.median(figures)));
            System.out.printf("%n%s%n%n%s%n", load, Figures.HEAD);
            medians.forEach((contender, figures) -> System.out.println(figures.row(contender)));
            System.out.println();
            Target.of(load, medians).forEach(target -> System.out.println("- " + target));
        }
    }

    private Map<Contender, List<Figures>> measure(Load load) throws IOException {
        Map<Contender, List<Figures>> figures = new LinkedHashMap<>();
        Map<Contender, ServerProcess> servers = new LinkedHashMap<>();
        try {
            for (Contender contender : contenders) {
                servers.put(contender, ServerProcess.start(contender, jvm, load.rows()));
                figures.put(contender, new ArrayList<>());
                run(contender, servers, load);
            }
            for (int i = 0; i < rounds; i++) {
                for (Contender contender : contenders) {
                    figures.get(contender).add(run(contender, servers, load));
                }
            }
        } finally {
            for (ServerProcess server : servers.values()) {
                server.close();
            }
        }
        return figures;
    }

    private Figures run(Contender contender, Map<Contender, ServerProcess> servers, Load load) throws IOException {
        return new Measurement(contender, servers.get(contender), load, 0, warmup, seconds).run();
    }
}
