package dev.lodestar.bench.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles a generated application with the processor, and the same sources together with the processor's output
 * without it, in turns, each in a separate process, and prints the medians. Then it starts the application and requests
 * pages.
 */
final class CompileBenchmark {
    private final Path folder;
    private final LargeApplication application;

    private CompileBenchmark(Path folder, int size) {
        this.folder = folder;
        this.application = new LargeApplication(folder, size);
    }

    /**
     * @param args the number of views, actions and templates each, and the number of runs
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("lodestar-compile");
        try {
            new CompileBenchmark(folder, Integer.parseInt(args[0])).run(Integer.parseInt(args[1]));
        } finally {
            delete(folder);
        }
    }

    private void run(int runs) throws Exception {
        application.write();
        List<Run> with = new ArrayList<>();
        List<Run> without = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            with.add(withProcessor());
            without.add(withoutProcessor());
        }
        System.out.println(application.size() + " views, actions and templates each; medians of " + runs + " runs");
        Run processed = Run.median(with);
        Run plain = Run.median(without);
        System.out.println("with the processor     " + processed);
        System.out.println("javac alone            " + plain);
        System.out.printf(
                "ratio                  %.2f by the clock, %.2f of CPU%n",
                (double) processed.millis() / plain.millis(), (double) processed.cpuMillis() / plain.cpuMillis());
        RunningApplication.check(folder.resolve("with"), application.size());
        System.out.println("The application runs.");
    }

    private Run withProcessor() throws IOException, InterruptedException {
        Path classes = fresh("with");
        return Run.of(
                List.of(
                        "-processor",
                        "dev.lodestar.processor.LodestarProcessor",
                        "-Alodestar.resources=" + application.resources(),
                        "-s",
                        fresh("generated").toString(),
                        "-d",
                        classes.toString()),
                application.sources());
    }

    private Run withoutProcessor() throws IOException, InterruptedException {
        Path classes = fresh("without");
        return Run.of(
                List.of("-proc:none", "-d", classes.toString()), application.sources(), folder.resolve("generated"));
    }

    private Path fresh(String name) throws IOException {
        Path path = folder.resolve(name);
        delete(path);
        return Files.createDirectories(path);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
