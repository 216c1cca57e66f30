package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.client.Tally;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The results of one run.
 *
 * @param events updates shown per second
 * @param p50 the median time from an update to its arrival, in milliseconds
 * @param p99 the 99th percentile of it
 * @param cpu the server's seconds of CPU time per 100,000 updates shown, without its JIT compiler, which finishes
 *     eventually
 * @param kernel the kernel's share of all CPU time, 0 to 1
 * @param compiler the JIT compiler's seconds of CPU time per 100,000 updates shown
 * @param resident the server's resident memory in MB
 * @param bytes bytes on the wire per update shown
 * @param skipped the share of updates skipped in favour of a later one, 0 to 1
 * @param client the share of one processor that the client used, 0 to 1
 */
record Figures(
        double events,
        double p50,
        double p99,
        double cpu,
        double kernel,
        double compiler,
        double resident,
        double bytes,
        double skipped,
        double client) {
    static final String HEAD = """
            | server | events/s | p50 ms | p99 ms | CPU s / 100,000 events | kernel's share | compiler besides | RSS MB | bytes/event | left out | client's CPU |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |""";

    static Figures of(Tally tally, double seconds, Usage before, Usage after, double clientSeconds) {
        double compiler = after.compiler() - before.compiler();
        double cpu = after.cpu() - before.cpu();
        double events = tally.events();
        return new Figures(
                events / seconds,
                tally.latencies().percentile(0.5) / 1e6,
                tally.latencies().percentile(0.99) / 1e6,
                (cpu - compiler) / events * 100_000,
                (after.kernel() - before.kernel()) / cpu,
                compiler / events * 100_000,
                after.resident() / 1024.0,
                tally.bytes() / events,
                tally.skipped() / (events + tally.skipped()),
                clientSeconds / seconds);
    }

    /** The median of each figure. */
    static Figures median(List<Figures> runs) {
        return new Figures(
                median(runs, Figures::events),
                median(runs, Figures::p50),
                median(runs, Figures::p99),
                median(runs, Figures::cpu),
                median(runs, Figures::kernel),
                median(runs, Figures::compiler),
                median(runs, Figures::resident),
                median(runs, Figures::bytes),
                median(runs, Figures::skipped),
                median(runs, Figures::client));
    }

    private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }

    String row(Contender contender) {
        return "| %s | %.0f | %.2f | %.2f | %.2f | %.0f%% | %.2f | %.0f | %.0f | %.1f%% | %.0f%% |"
                .formatted(
                        contender,
                        events,
                        p50,
                        p99,
                        cpu,
                        100 * kernel,
                        compiler,
                        resident,
                        bytes,
                        100 * skipped,
                        100 * client);
    }
}
