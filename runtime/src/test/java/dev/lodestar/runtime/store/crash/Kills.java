package dev.lodestar.runtime.store.crash;

import dev.lodestar.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The crash test: starts a {@link Writer}, kills it with SIGKILL at a random moment, opens what it left, and looks for
 * every commit that was acknowledged, whole. {@code bench/crash} runs it.
 */
final class Kills {
    /** How long a writer lives after it was started, or after its first commit, at most, in milliseconds. */
    private static final int LONGEST_LIFE = 900;

    private final Backend backend;
    private final Path folder;
    private final Random random;
    private final Set<Integer> acknowledged = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private int next = 1;

    Kills(Backend backend, Path folder, long seed) {
        this.backend = backend;
        this.folder = folder;
        this.random = new Random(seed);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    List<String> faults() {
        return faults;
    }

    /** Kills one writer: mostly after its first commit, now and then while it opens the store. */
    void killOne() throws IOException, InterruptedException {
        boolean opening = random.nextInt(5) == 0;
        Process writer = Child.start(Writer.class, backend.name(), folder.toString(), String.valueOf(next));
        Thread killer = killer(writer, random.nextInt(LONGEST_LIFE));
        try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
            if (opening) {
                killer.start();
            }
            boolean open = line(out).equals("open");
            if (!open && !opening) {
                faults.add("The store did not open after a kill.");
            }
            boolean more = open && acknowledge(line(out));
            if (!opening) {
                killer.start();
            }
            while (more) {
                more = acknowledge(line(out));
            }
            killer.join();
        }
        writer.waitFor();
        check();
    }

    // By its handle: the process itself would close the stream, with what is still in it.
    // A chance moment is the subject here, so this does sleep.
    private static Thread killer(Process writer, int life) {
        return new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(life);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            writer.toHandle().destroyForcibly();
        });
    }

    /** Takes what a writer has printed, and tells whether that was something. */
    private boolean acknowledge(String line) {
        if (line.isEmpty()) {
            return false;
        }
        if (line.chars().allMatch(Character::isDigit)) {
            acknowledged.add(Integer.parseInt(line));
        } else {
            faults.add("A commit failed: " + line);
        }
        return true;
    }

    /** The next line, or an empty one if there is none, or but half of one. */
    private static String line(BufferedReader out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            if (c == '\n') {
                return line.toString();
            }
            line.append((char) c);
        }
        return "";
    }

    private void check() {
        try (Store store = backend.open(folder)) {
            Set<String> a = numbers(store, "a");
            Set<String> b = numbers(store, "b");
            Set<String> c = numbers(store, "c");
            if (!a.equals(b) || !a.equals(c)) {
                faults.add("A commit is half there: " + a.size() + ", " + b.size() + " and " + c.size() + " keys.");
            }
            for (int n : acknowledged) {
                if (!a.contains(String.valueOf(n))
                        || !store.get("b/" + n, String.class).equals(Optional.of("text of commit " + n))) {
                    faults.add("Commit " + n + " was acknowledged and is lost.");
                }
            }
            int last = store.get("last", Integer.class).orElse(0);
            int greatest = a.stream().mapToInt(Integer::parseInt).max().orElse(0);
            if (last != greatest) {
                faults.add("The last commit is " + last + ", but there is " + greatest + ".");
            }
            next = greatest + 1;
        }
    }

    private static Set<String> numbers(Store store, String prefix) {
        return store.keys(prefix).stream()
                .map(key -> key.substring(prefix.length() + 1))
                .collect(Collectors.toSet());
    }
}
