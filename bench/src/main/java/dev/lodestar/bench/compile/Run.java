package dev.lodestar.bench.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The cost of a compilation.
 *
 * @param millis the elapsed time
 * @param cpuMillis the CPU time, including the start of the process
 * @param heapKib the peak of the heap, including garbage
 */
record Run(long millis, long cpuMillis, long heapKib) {
    /**
     * Compiles in a separate process.
     *
     * @param options javac options
     * @param sources source folders
     */
    static Run of(List<String> options, Path... sources) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OneCompilation.class.getName(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add("--");
        for (Path folder : sources) {
            command.add(folder.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The compilation failed: " + printed);
        }
        String[] figures = printed.strip().split(" ");
        return new Run(Long.parseLong(figures[0]), Long.parseLong(figures[1]), Long.parseLong(figures[2]));
    }

    /** The median of each figure. */
    static Run median(List<Run> runs) {
        return new Run(median(runs, Run::millis), median(runs, Run::cpuMillis), median(runs, Run::heapKib));
    }

    private static long median(List<Run> runs, ToLongFunction<Run> figure) {
        return runs.stream().mapToLong(figure).sorted().toArray()[runs.size() / 2];
    }

    @Override
    public String toString() {
        return "%6d ms by the clock, %6d ms of CPU, %4d MiB of heap".formatted(millis, cpuMillis, heapKib / 1024);
    }
}
