package dev.lodestar.store.mvstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reusing space must not lose a commit, even on a disk that reorders writes. */
class PowerFailureTest {
    private static final int TEXTS = 300;
    private static final int COMMITS = Integer.getInteger("lodestar.commits", 800);

    @TempDir
    Path folder;

    private final Random random = new Random(1);
    private final SortedMap<String, String> durable = new TreeMap<>();
    private SortedMap<String, Optional<String>> writing = new TreeMap<>();
    private ForgetfulFile disk;
    private int failures;

    /**
     * Not thrown where they are found: MVStore is running there, and would take an exception for a fault of the disk.
     */
    private final List<String> faults = new ArrayList<>();

    @Test
    void losesNoAcknowledgedCommit() {
        Path path = folder.resolve("store");
        MvMedium medium = new MvMedium(path, builder -> {
            disk = new ForgetfulFile(path, this::perhapsFail);
            return builder.adoptFileStore(disk);
        });
        for (int i = 0; i < TEXTS; i++) {
            writing.put(key(i), Optional.of(text()));
        }
        write(medium);
        for (int i = 0; i < COMMITS; i++) {
            for (int n = random.nextInt(4); n >= 0; n--) {
                writing.put(key(random.nextInt(TEXTS)), Optional.of(text()));
            }
            // Sometimes many are added and removed again, so that chunks are moved as well.
            for (int n = 0; i % 200 > 150 && n < 40; n++) {
                boolean last = i % 200 == 199;
                writing.put("more/" + n * (i % 200), last ? Optional.empty() : Optional.of(text()));
            }
            write(medium);
        }
        medium.close();
        assertEquals(List.of(), faults);
        assertTrue(failures > 0, () -> "the power failed " + failures + " times");
    }

    private void write(MvMedium medium) {
        medium.write(writing);
        apply(durable, writing);
        writing = new TreeMap<>();
    }

    private void perhapsFail() {
        if (durable.isEmpty() || random.nextInt(60) > 0) {
            return;
        }
        failures++;
        Path left = folder.resolve("left" + failures);
        try {
            disk.fail(left, random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (MvMedium found = new MvMedium(left)) {
            check(found);
        } catch (RuntimeException e) {
            faults.add("After failure " + failures + ": " + e);
        }
    }

    private void check(MvMedium found) {
        SortedMap<String, String> texts = new TreeMap<>();
        found.range("", "~", texts::put);
        SortedMap<String, String> after = new TreeMap<>(durable);
        apply(after, writing);
        if (!texts.equals(durable) && !texts.equals(after)) {
            faults.add("After failure " + failures + " the store has neither state.");
        }
        found.write(new TreeMap<>(Map.of("again", Optional.of("it works"))));
    }

    private static void apply(SortedMap<String, String> texts, SortedMap<String, Optional<String>> changes) {
        changes.forEach((key, text) -> text.ifPresentOrElse(t -> texts.put(key, t), () -> texts.remove(key)));
    }

    private static String key(int number) {
        return "text/%03d".formatted(number);
    }

    private String text() {
        return random.ints('a', 'z' + 1)
                .limit(2_000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
