package dev.lodestar.bench.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures the size of stores' files while the same two thousand texts of two kilobytes are overwritten at random, five
 * hundred times a second; the slowest commit meanwhile; and how many commits are possible. MVStore by itself keeps what
 * is dead: it runs without compaction. Called by {@code bench/store size}.
 */
public final class SizeMain {
    private static final int TEXTS = 2_000;
    private static final int LENGTH = 2_000;
    private static final long ALIVE = (long) TEXTS * LENGTH;

    /** What a thousand commits retain: the text before and the text after each. */
    private static final long HISTORY = 1_000L * 2 * LENGTH;

    private static final long PERIOD = TimeUnit.SECONDS.toNanos(1) / 500;
    private static final long UNTHROTTLED = TimeUnit.SECONDS.toNanos(10);
    private static final int ROWS = 5;

    private final Subject subject;
    private final Path folder;
    private final Todos todos;
    private final Random random = new Random(1);

    private SizeMain(Subject subject) throws IOException {
        this.subject = subject;
        folder = Files.createTempDirectory("store-size");
        todos = subject.open(folder.resolve("store"));
        Map<String, Todo> all = new HashMap<>();
        for (int i = 0; i < TEXTS; i++) {
            all.put(key(i), text());
        }
        todos.fill(all);
    }

    /** @param args the seconds, and the names of subjects; by default, those with MVStore files */
    public static void main(String[] args) throws IOException {
        long seconds = args.length > 0 ? Long.parseLong(args[0]) : 600;
        List<Subject> subjects = args.length > 1
                ? Stream.of(args).skip(1).map(Subject::valueOf).toList()
                : List.of(Subject.MVSTORE, Subject.MVSTORE_HISTORY, Subject.PLAIN_MVSTORE);
        System.out.printf("500 commits a second for %d seconds%n%n", seconds);
        System.out.println("| store | alive, MB | after | files, MB | times what is alive | slowest commit, ms |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (Subject subject : subjects) {
            new SizeMain(subject).run(TimeUnit.SECONDS.toNanos(seconds));
        }
    }

    private void run(long nanos) throws IOException {
        long slowest = 0;
        for (int row = 1; row <= ROWS; row++) {
            long rowsSlowest = overwrite(nanos / ROWS, PERIOD).slowest();
            slowest = Math.max(slowest, rowsSlowest);
            report(TimeUnit.NANOSECONDS.toSeconds(nanos * row / ROWS) + " s", rowsSlowest);
        }
        Overwritten most = overwrite(UNTHROTTLED, 0);
        report("10 s as fast as one thread can, " + most.commits() / 10 + " commits/s", most.slowest());
        long start = System.nanoTime();
        todos.close();
        report("closing", System.nanoTime() - start);
        start = System.nanoTime();
        subject.open(folder.resolve("store")).close();
        report("opening and closing again", System.nanoTime() - start);
        delete();
    }

    private record Overwritten(int commits, long slowest) {}

    private Overwritten overwrite(long nanos, long period) {
        long start = System.nanoTime();
        long slowest = 0;
        int commits = 0;
        for (long now = start; now - start < nanos; now = System.nanoTime()) {
            if (now - start >= commits * period) {
                todos.set(key(random.nextInt(TEXTS)), text());
                slowest = Math.max(slowest, System.nanoTime() - now);
                commits++;
            } else {
                pause(commits * period - (now - start));
            }
        }
        return new Overwritten(commits, slowest);
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(String after, long slowest) throws IOException {
        long alive = subject.name().endsWith("HISTORY") ? ALIVE + HISTORY : ALIVE;
        long size = size();
        System.out.printf(
                "| %s | %d | %s | %.1f | %.1f | %d |%n",
                subject,
                alive / 1_000_000,
                after,
                size / 1e6,
                (double) size / alive,
                TimeUnit.NANOSECONDS.toMillis(slowest));
    }

    // Files may appear and disappear meanwhile.
    private long size() throws IOException {
        long[] size = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                size[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return size[0];
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String key(int number) {
        return "todos/%04d".formatted(number);
    }

    /** A text that hardly compresses. */
    private Todo text() {
        return new Todo(
                random.ints('a', 'z' + 1)
                        .limit(LENGTH)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                false,
                random.nextLong());
    }
}
