package dev.lodestar.bench.stream;

import java.util.List;

/** Measures streams. See {@code bench/streams}. */
public final class StreamsMain {
    private StreamsMain() {}

    /** @param args what to measure, and options */
    public static void main(String[] args) throws Exception {
        Options options = new Options(List.of(args).subList(1, args.length));
        switch (args[0]) {
            case "load" -> new LoadBenchmark(options).run();
            case "idle" -> new IdleBenchmark(options).run();
            case "stalled" -> new StalledBenchmark(options).run();
            case "visitor" -> new VisitorBenchmark(options).run();
            case "churn" -> new ChurnBenchmark(options).run();
            default -> throw new IllegalArgumentException("Unknown benchmark " + args[0] + ".");
        }
    }
}
