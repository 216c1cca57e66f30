package dev.lodestar.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A thousand todos in a folder of their own. */
final class Filled implements AutoCloseable {
    private static final int SIZE = 1000;

    private final Path folder;
    private final Todos todos;

    private Filled(Path folder, Todos todos) {
        this.folder = folder;
        this.todos = todos;
    }

    /** Fills a subject, with many threads so that it is soon done, and checks that it holds what the others hold. */
    static Filled open(Subject subject) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("store-bench");
        Todos todos = subject.open(folder.resolve("store"));
        List<Thread> threads = IntStream.range(0, 20)
                .mapToObj(i -> new Thread(() -> {
                    for (int n = i; n < SIZE; n += 20) {
                        todos.set(key(n), Todo.of(n));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        List<Todo> expected = IntStream.range(0, SIZE).mapToObj(Todo::of).toList();
        if (!todos.list().equals(expected)) {
            throw new IllegalStateException(subject + " does not hold what was set.");
        }
        return new Filled(folder, todos);
    }

    Todos todos() {
        return todos;
    }

    /** The key of the todo that a number stands for. */
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
