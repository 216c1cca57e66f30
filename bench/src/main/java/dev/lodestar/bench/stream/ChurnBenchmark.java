package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.client.Visitors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens and closes very many streams in every possible way, and looks for what they leave in the server. */
final class ChurnBenchmark {
    private static final List<String> WATCHED =
            List.of("dev.lodestar.runtime.", "io.undertow.", "org.xnio.", "java.nio.", "sun.nio.ch.");

    /**
     * Pools and caches may grow by this many instances of a class; a leak on each stream makes a thousand times as
     * many.
     */
    private static final int SLACK = 50;

    /** How often to look, three seconds apart: longer than any timer of the server. */
    private static final int PATIENCE = 25;

    /** This many streams come before the first count, so that everything created only once exists. */
    private static final int FIRST = 3000;

    private final Contender contender;
    private final int cycles;
    private final Load load;
    private final List<String> jvm;

    ChurnBenchmark(Options options) {
        contender = Contender.named(options.text("server", "lodestar"));
        cycles = options.number("cycles", 100_000);
        load = new Load(0, options.number("rate", 50), options.number("page", 50));
        jvm = options.jvm();
        options.check();
    }

    void run() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(contender, jvm, load.rows())) {
            server.begin(load.rate());
            new Visitors(server.address(), contender.request()).come(FIRST);
            LiveHeap before = settled(server, null);
            long filesBefore = files(server);
            Visitors visitors = new Visitors(server.address(), contender.request());
            visitors.come(cycles);
            LiveHeap after = settled(server, before);
            System.out.printf("%d streams opened and closed: %s%n%n", cycles, visitors);
            System.out.println("| class | instances before | after |");
            System.out.println("| --- | --- | --- |");
            for (String name : grown(before, after)) {
                long more = after.more(name, before);
                System.out.printf(
                        "| %s | %d | %d |%n",
                        name,
                        after.instances().get(name) - more,
                        after.instances().get(name));
            }
            System.out.printf("| bytes of all | %d | %d |%n", before.bytes(), after.bytes());
            System.out.printf("| open files | %d | %d |%n%n", filesBefore, files(server));
            System.out.println("- "
                    + new Target(
                            "kinds of objects left behind",
                            leftBehind(before, after).size(),
                            0));
        }
    }

    /** Waits until nothing is left of the streams since then, or until there is no point in waiting any longer. */
    private static LiveHeap settled(ServerProcess server, @Nullable LiveHeap before)
            throws IOException, InterruptedException {
        LiveHeap heap = null;
        for (int i = 0;
                heap == null
                        || (i < PATIENCE
                                && (before == null || !grown(before, heap).isEmpty()));
                i++) {
            Thread.sleep(3000);
            heap = LiveHeap.of(server.pid());
        }
        return heap;
    }

    private static List<String> leftBehind(LiveHeap before, LiveHeap after) {
        return grown(before, after).stream()
                .filter(name -> after.more(name, before) > SLACK)
                .toList();
    }

    private static List<String> grown(LiveHeap before, LiveHeap after) {
        List<String> grown = new ArrayList<>(new TreeSet<>(after.instances().keySet()));
        grown.removeIf(name -> after.more(name, before) <= 0 || WATCHED.stream().noneMatch(name::startsWith));
        return grown;
    }

    private static long files(ServerProcess server) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
            return files.count();
        }
    }
}
