package dev.lodestar.runtime.store.crash;

import dev.lodestar.store.Store;
import dev.lodestar.store.StoreException;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes commits, each twice as long as the one before, until one fails, says why, and looks whether all that were
 * acknowledged can still be read.
 */
final class FullDisk {
    private static final int SHORTEST = 10_000;
    private static final int MOST = 12;

    private FullDisk() {}

    public static void main(String[] args) {
        Store store = Backend.valueOf(args[0]).open(Path.of(args[1]));
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
            System.out.println("It never was full.");
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(done);
        System.out.println(whole(store, done));
        Runtime.getRuntime().halt(0); // as a crash would: without closing
    }

    /** Tells whether these commits are there, whole, and no other. */
    static boolean whole(Store store, int commits) {
        for (int n = 1; n <= commits; n++) {
            if (!store.get("a/" + n, String.class).orElse("").equals(text(n))
                    || store.get("b/" + n, Integer.class).orElse(0) != n) {
                return false;
            }
        }
        return store.keys("a").size() == commits && store.keys("b").size() == commits;
    }

    /** A text that cannot be made much shorter. */
    private static String text(int n) {
        return new Random(n)
                .ints(' ', '~')
                .limit((long) SHORTEST << n)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
