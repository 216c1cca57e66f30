package dev.lodestar.runtime.store.crash;

import dev.lodestar.store.Store;
import dev.lodestar.store.StoreException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes numbered commits as fast as it can, with several threads, and prints each number once the commit has returned.
 * Commit {@code n} sets {@code a/n}, {@code b/n} and {@code c/n}, and raises {@code last}. If a commit fails, the last
 * line is the reason.
 */
final class Writer {
    private static final int THREADS = 16;

    private Writer() {}

    public static void main(String[] args) {
        Store store = StoreOpener.named(args[0]).open(Path.of(args[1]));
        AtomicInteger next = new AtomicInteger(Integer.parseInt(args[2]));
        PrintStream out = System.out;
        out.println("open");
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                        try {
                            while (true) {
                                int n = next.getAndIncrement();
                                commit(store, n);
                                out.println(n);
                            }
                        } catch (StoreException e) {
                            out.println(e.getMessage());
                            Runtime.getRuntime().halt(1);
                        }
                    })
                    .start();
        }
    }

    private static void commit(Store store, int n) {
        store.commit("Commit " + n, tx -> {
            tx.set("a/" + n, n);
            tx.set("b/" + n, "text of commit " + n);
            tx.set("c/" + n, n);
            tx.set("last", Math.max(n, tx.get("last", Integer.class).orElse(0)));
        });
    }
}
