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
 * Starts a {@link Writer}, kills it with SIGKILL at a random moment, opens the store that it left, and checks that
 * every acknowledged commit is there and complete.
 */
final class KillRuns {
    /** The maximum time that a writer lives after its start, or after its first commit, in milliseconds. */
    private static final int LONGEST_LIFE = 900;

    private final Class<? extends StoreOpener> opener;
    private final Path folder;
    private final Random random;
    private final Set<Integer> acknowledged = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private int next = 1;

    KillRuns(Class<? extends StoreOpener> opener, Path folder, long seed) {
        this.opener = opener;
        this.folder = folder;
        this.random = new Random(seed);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    List<String> faults() {
        return faults;
    }

    /** Kills one writer: usually after its first commit, sometimes while it opens the store. */
    void killOne() throws IOException, InterruptedException {
        boolean opening = random.nextInt(5) == 0;
        Process writer = Child.start(Writer.class, opener.getName(), folder.toString(), String.valueOf(next));
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

    // Destroys the handle: destroying the process itself would close the stream, and lose what is still in it. Sleeping
    // is fine here, because the point is a random moment.
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

    /** Takes a line that a writer has printed; false at the end. */
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

    /** Returns the next line, or an empty one if there is none or it is incomplete. */
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
        try (Store store = StoreOpener.named(opener.getName()).open(folder)) {
            Set<String> a = numbers(store, "a");
            Set<String> b = numbers(store, "b");
            Set<String> c = numbers(store, "c");
            if (!a.equals(b) || !a.equals(c)) {
                faults.add("A commit is incomplete: " + a.size() + ", " + b.size() + " and " + c.size() + " keys.");
            }
            for (int n : acknowledged) {
                if (!a.contains(String.valueOf(n))
                        || !store.get("b/" + n, String.class).equals(Optional.of("text of commit " + n))) {
                    faults.add("Commit " + n + " was acknowledged but is lost.");
                }
            }
            int last = store.get("last", Integer.class).orElse(0);
            int greatest = a.stream().mapToInt(Integer::parseInt).max().orElse(0);
            if (last != greatest) {
                faults.add("The last commit is " + last + ", but commit " + greatest + " exists.");
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
