package dev.lodestar.runtime.store.crash;

import dev.lodestar.store.Store;
import dev.lodestar.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes to a store while its folder is read-only, prints what happens, and goes on when the folder is writable again.
 */
final class ReadOnlyWriter {
    private ReadOnlyWriter() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        try (Store store = StoreOpener.named(args[0]).open(folder)) {
            store.set("a", 1);
            allow(folder, "r-xr-xr-x");
            try {
                store.set("a", 2);
                System.out.println("The commit succeeded.");
            } catch (StoreException e) {
                System.out.println(e.getMessage());
            }
            System.out.println(store.get("a", Integer.class).orElse(0));
            allow(folder, "rwxr-xr-x");
            store.set("a", 3);
            System.out.println(store.get("a", Integer.class).orElse(0));
        }
    }

    private static void allow(Path folder, String permissions) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> folders = all.filter(Files::isDirectory).toList();
            for (Path one : folders) {
                Files.setPosixFilePermissions(one, PosixFilePermissions.fromString(permissions));
            }
        }
    }
}
