package dev.lodestar.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A thousand todos in a separate folder. */
final class Filled implements AutoCloseable {
    private static final int SIZE = 1000;

    private final Path folder;
    private final Todos todos;

    private Filled(Path folder, Todos todos) {
        this.folder = folder;
        this.todos = todos;
    }

    /** Fills a subject, and checks that it has the same content as the others. */
    static Filled open(Subject subject) throws IOException {
        Path folder = Files.createTempDirectory("store-bench");
        Todos todos = subject.open(folder.resolve("store"));
        todos.fill(LongStream.range(0, SIZE).boxed().collect(Collectors.toMap(Filled::key, Todo::of)));
        if (!todos.list().equals(LongStream.range(0, SIZE).mapToObj(Todo::of).toList())) {
            throw new IllegalStateException(subject + " does not contain what was set.");
        }
        return new Filled(folder, todos);
    }

    Todos todos() {
        return todos;
    }

    /** The key for a number. */
    static String key(long number) {
        return "todos/%03d".formatted(number % SIZE);
    }

    @Override
    public void close() throws IOException {
        todos.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
