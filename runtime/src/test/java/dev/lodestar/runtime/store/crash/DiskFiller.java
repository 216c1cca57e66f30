package dev.lodestar.runtime.store.crash;

import dev.lodestar.store.Store;
import dev.lodestar.store.StoreException;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes commits, each twice as long as the one before, until one fails. Then it prints why, and checks whether every
 * acknowledged commit can still be read.
 */
final class DiskFiller {
    private static final int SHORTEST = 10_000;
    private static final int MOST = 12;

    private DiskFiller() {}

    public static void main(String[] args) {
        Store store = StoreOpener.named(args[0]).open(Path.of(args[1]));
        int done = 0;
        try {
            while (done < MOST) {
                int n = done + 1;
                store.commit("Commit " + n, tx -> {
                    tx.set("a/" + n, text(n));
                    tx.set("b/" + n, n);
                });
                done = n;
            }
            System.out.println("The disk was never full.");
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(done);
        System.out.println(isWhole(store, done));
        Runtime.getRuntime().halt(0); // without closing the store, as in a crash
    }

    /** Tells whether exactly these commits are there, each complete. */
    static boolean isWhole(Store store, int commits) {
        for (int n = 1; n <= commits; n++) {
            if (!store.get("a/" + n, String.class).orElse("").equals(text(n))
                    || store.get("b/" + n, Integer.class).orElse(0) != n) {
                return false;
            }
        }
        return store.keys("a").size() == commits && store.keys("b").size() == commits;
    }

    /** Returns a text that cannot be compressed much. */
    private static String text(int n) {
        return new Random(n)
                .ints(' ', '~')
                .limit((long) SHORTEST << n)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
