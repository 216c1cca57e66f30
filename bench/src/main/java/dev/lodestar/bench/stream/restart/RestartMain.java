package dev.lodestar.bench.stream.restart;

import java.nio.file.Path;

/** Restarts a server with many open streams, and prints when they came back. */
public final class RestartMain {
    private RestartMain() {}

    /**
     * @param args the number of streams, 1000 by default
     */
    public static void main(String[] args) throws Exception {
        int streams = args.length == 0 ? 1_000 : Integer.parseInt(args[0]);
        for (boolean jittered : new boolean[] {true, false}) {
            Restart restart = Restart.of(streams, jittered, Path.of("bench", "target"));
            long last = restart.back().get(streams - 1);
            System.out.printf(
                    "%s: %d of %d browsers are back and show what the new server has, the last after %d ms;"
                            + " it listened after %d ms.%n",
                    jittered ? "own client" : "official client", streams, streams, last, restart.away());
            System.out.printf(
                    "  at most %d in any 100 ms; in each 100 ms since the first: %s%n",
                    restart.most(), restart.histogram());
        }
        System.exit(0);
    }
}
