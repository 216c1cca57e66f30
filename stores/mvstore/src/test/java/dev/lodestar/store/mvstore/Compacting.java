package dev.lodestar.store.mvstore;

import dev.lodestar.store.Store;
import dev.lodestar.store.StoreException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Opens a store with much to compact and overwrites its texts, which compacts some of it, printing each text and
 * version that is durable. Then it closes the store, which compacts the rest.
 */
final class Compacting {
    private static final String BALLAST = "ballast/";

    private Compacting() {}

    /**
     * Takes the folder, the number of commits, and {@code filling} to keep filling the disk meanwhile. Prints a line
     * for each commit that fails; exits with 1 if commits still fail after the ballast was removed.
     */
    public static void main(String[] args) throws InterruptedException {
        Store store = MvStores.open(Path.of(args[0]).resolve("store"));
        int[] versions = Garbage.versions(store);
        System.out.println("open");
        Random random = new Random();
        int ballast = 0;
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            int n = random.nextInt(versions.length);
            try {
                if (args[2].equals("filling") && i % 10 == 0) {
                    store.set(BALLAST + ballast, Garbage.text(0, i).repeat(10));
                    ballast++;
                }
                store.set(Garbage.key(n), Garbage.text(n, versions[n] + 1));
                versions[n]++;
                System.out.println(n + " " + versions[n]);
            } catch (StoreException e) {
                System.out.println("A commit failed.");
                removeBallast(store);
                ballast = 0;
            }
        }
        store.close();
        System.out.println("closed");
    }

    /** A removal needs some room as well: where there is none, compaction in the background makes it. */
    private static void removeBallast(Store store) throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            try {
                store.commit("Make room", tx -> tx.keys("ballast").forEach(tx::remove));
                return;
            } catch (StoreException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        System.exit(1);
    }
}
