package dev.lodestar.bench.compile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles once in a new process; prints the elapsed and the CPU time in milliseconds, and the peak of the heap in KiB.
 */
final class OneCompilation {
    private OneCompilation() {}

    /**
     * @param args javac options, the argument {@code --}, and source folders
     */
    public static void main(String[] args) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(args));
        int end = arguments.indexOf("--");
        List<String> options = new ArrayList<>(arguments.subList(0, end));
        for (String folder : arguments.subList(end + 1, arguments.size())) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.map(Path::toString)
                        .filter(f -> f.endsWith(".java"))
                        .sorted()
                        .forEach(options::add);
            }
        }
        AtomicLong peak = watchHeap();
        long start = System.nanoTime();
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        long millis = (System.nanoTime() - start) / 1_000_000;
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println(millis + " " + cpu + " " + peak.get() / 1024);
        System.exit(result);
    }

    private static AtomicLong watchHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        AtomicLong peak = new AtomicLong();
        Thread watcher = new Thread(() -> {
            while (true) {
                peak.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        watcher.setDaemon(true);
        watcher.start();
        return peak;
    }
}
