package dev.lodestar.runtime.store.crash;

import dev.lodestar.store.Store;
import dev.lodestar.store.StoreException;
import java.nio.file.Path;

/** Writes commits until one fails, says why, and looks whether all that were acknowledged can still be read. */
final class FullDisk {
    static final int SIZE = 20_000;

    private FullDisk() {}

    public static void main(String[] args) {
        Store store = Backend.valueOf(args[0]).open(Path.of(args[1]));
        int done = 0;
        try {
            while (done < 10_000) {
                int n = done + 1;
                store.commit("Commit " + n, tx -> {
                    tx.set("a/" + n, "x".repeat(SIZE));
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
        System.exit(0); // as a crash would: without closing
    }

    /** Tells whether these commits are there, whole, and no other. */
    static boolean whole(Store store, int commits) {
        for (int n = 1; n <= commits; n++) {
            if (store.get("a/" + n, String.class).orElse("").length() != SIZE
                    || store.get("b/" + n, Integer.class).orElse(0) != n) {
                return false;
            }
        }
        return store.keys("a").size() == commits && store.keys("b").size() == commits;
    }
}
