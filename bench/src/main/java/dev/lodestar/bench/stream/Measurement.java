package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.client.Crowd;
import dev.lodestar.bench.stream.client.Tally;
import java.io.IOException;

/**
 * One run of a server under a load. At its end, every stream must show the server's last update.
 *
 * @param stalled the number of additional streams that nobody reads
 * @param warmup seconds before counting starts, plus one
 * @param seconds how long to count
 */
record Measurement(Contender contender, ServerProcess server, Load load, int stalled, int warmup, int seconds) {
    private static final long SECOND = 1_000_000_000;

    /** How many seconds servers have to show the last update: whatever is in the kernel's buffers arrives first. */
    private static final int PATIENCE = 30;

    Figures run() throws IOException {
        try (Crowd crowd = new Crowd(server.address(), contender.request(), load.rows())) {
            crowd.openStalled(stalled);
            crowd.open(load.streams());
            if (contender.gzip()) {
                // Inflating takes longer than comparing, and its time would be attributed to no one.
                crowd.defer();
            }
            // The garbage of earlier runs must not be collected while this one counts.
            System.gc();
            server.begin(load.warmupRate());
            crowd.read(warmup * SECOND);
            server.begin(load.rate());
            crowd.read(SECOND);
            long myself = ProcessHandle.current().pid();
            Usage before = Usage.of(server.pid());
            Usage mine = Usage.of(myself);
            long began = System.nanoTime();
            Tally tally = crowd.count(seconds * SECOND);
            double took = (double) (System.nanoTime() - began) / SECOND;
            Usage after = Usage.of(server.pid());
            Usage mineAfter = Usage.of(myself);
            ServerProcess.LastUpdate last = server.stop();
            int behind = crowd.settle(last.sequence(), last.published(), PATIENCE * SECOND);
            if (behind > 0) {
                throw new IOException(behind + " streams of " + contender + " do not show the last update.");
            }
            return Figures.of(tally, took, before, after, mineAfter.cpu() - mine.cpu());
        } catch (IOException e) {
            throw new IOException(contender + ", " + load + ": " + e.getMessage(), e);
        }
    }
}
