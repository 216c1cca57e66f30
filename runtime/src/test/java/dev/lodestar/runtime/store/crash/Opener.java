package dev.lodestar.runtime.store.crash;

import dev.lodestar.store.StoreException;
import java.nio.file.Path;

/** Opens a store, and prints what happens. */
final class Opener {
    private Opener() {}

    public static void main(String[] args) {
        try {
            StoreOpener.named(args[0]).open(Path.of(args[1])).close();
            System.out.println("open");
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
    }
}
