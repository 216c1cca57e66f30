package dev.lodestar.store.mvstore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.runtime.store.crash.Child;
import dev.lodestar.store.Store;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can happen to a file while it is being compacted. */
class CompactionTest {
    private static final int KILLS = Integer.getInteger("lodestar.kills", 6);

    /** The maximum time before a compaction is killed, in milliseconds. */
    private static final int LONGEST_LIFE = 600;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("store");
        try (Store store = MvStores.open(file)) {
            Garbage.fill(store);
        }
    }

    @Test
    void losesNothingWhenTheProcessIsKilled() throws Exception {
        Random random = new Random();
        int[] acknowledged = new int[Garbage.TEXTS];
        int finished = 0;
        for (int i = 0; i < KILLS; i++) {
            Garbage.make(file, 1_000);
            finished += kill(random.nextInt(LONGEST_LIFE), random.nextInt(200), acknowledged) ? 1 : 0;
            try (Store store = MvStores.open(file)) {
                assertNothingLost(acknowledged, store);
            }
        }
        System.out.println("Compaction: " + KILLS + " kills, " + finished + " after it had finished");
        assertTrue(finished < KILLS, "something was killed before it had finished");
        assertCanBeCompacted(acknowledged);
    }

    @Test
    void goesOnAfterTheDiskWasFullAndLosesNothing() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")));
        Garbage.make(file, 300);
        int[] acknowledged = new int[Garbage.TEXTS];
        // Little more than the live data, and much less than the file.
        int limit = 2 * Garbage.TEXTS * Garbage.LENGTH / 1024;
        assertTrue(Files.size(file) > 2L * limit * 1024);
        Process full = Child.startWithLimit(limit, Compacting.class, folder.toString(), "1500", "filling");
        int failures = 0;
        try (BufferedReader out = full.inputReader()) {
            assertEquals("open", out.readLine());
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                failures += acknowledge(line, acknowledged) ? 0 : 1;
            }
        }
        assertEquals(0, full.waitFor(), "commits succeed again once there is room");
        assertTrue(failures > 0, "the disk was full");
        try (Store store = MvStores.open(file)) {
            assertNothingLost(acknowledged, store);
        }
        assertCanBeCompacted(acknowledged);
    }

    /** Kills one process that compacts, and tells whether it had finished. */
    private boolean kill(int life, int commits, int[] acknowledged) throws Exception {
        Process compacting = Child.start(Compacting.class, folder.toString(), String.valueOf(commits), "closing");
        boolean closed = false;
        try (BufferedReader out = compacting.inputReader()) {
            assertEquals("open", out.readLine());
            Thread killer = new Thread(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(life); // the point is a random moment
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                compacting.toHandle().destroyForcibly();
            });
            killer.start();
            StringBuilder line = new StringBuilder();
            for (int c = out.read(); c >= 0; c = out.read()) {
                if (c != '\n') {
                    line.append((char) c);
                    continue;
                }
                closed |= !acknowledge(line.toString(), acknowledged);
                line.setLength(0);
            }
            killer.join();
        }
        compacting.waitFor();
        return closed;
    }

    /** Takes a line of the form "text version"; false for any other line. */
    private static boolean acknowledge(String line, int[] acknowledged) {
        String[] parts = line.split(" ");
        if (parts.length != 2) {
            return false;
        }
        acknowledged[Integer.parseInt(parts[0])] = Integer.parseInt(parts[1]);
        return true;
    }

    private static void assertNothingLost(int[] acknowledged, Store store) {
        int[] versions = Garbage.versions(store);
        for (int n = 0; n < versions.length; n++) {
            // The last commit may have been made but not acknowledged.
            acknowledged[n] = Math.max(acknowledged[n], versions[n]);
        }
        assertArrayEquals(acknowledged, versions);
    }

    private void assertCanBeCompacted(int[] acknowledged) throws Exception {
        Garbage.make(file, 1_000);
        long before = Files.size(file);
        MvStores.open(file).close();
        long live = Garbage.TEXTS * Garbage.LENGTH;
        assertTrue(Files.size(file) <= 5 * live, () -> "it had " + before + " bytes");
        try (Store store = MvStores.open(file)) {
            assertArrayEquals(acknowledged, Garbage.versions(store));
        }
    }
}
