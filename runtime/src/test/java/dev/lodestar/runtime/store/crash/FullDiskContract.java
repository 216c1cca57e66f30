package dev.lodestar.runtime.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.store.Store;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a store when the disk is full. */
public abstract class FullDiskContract {
    private final Class<? extends StoreOpener> opener;

    @TempDir
    Path folder;

    /** Tests the stores of an opener. */
    protected FullDiskContract(Class<? extends StoreOpener> opener) {
        this.opener = opener;
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsWhatWasCommitted() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")));
        int commits;
        Process full = Child.startWithLimit(3_000, DiskFiller.class, opener.getName(), folder.toString());
        try (BufferedReader out = full.inputReader()) {
            String message = String.valueOf(out.readLine());
            assertTrue(message.startsWith("Nothing can be written to the store " + folder), message);
            assertTrue(message.contains("free some disk space"), message);
            commits = Integer.parseInt(out.readLine());
            assertTrue(commits > 0, "something was committed before");
            assertEquals("true", out.readLine(), "the running store has all of these commits, and nothing else");
        }
        full.waitFor();
        try (Store store = StoreOpener.named(opener.getName()).open(folder)) {
            assertTrue(
                    DiskFiller.isWhole(store, commits),
                    "the reopened store has all of these commits, and nothing else");
            store.set("room", 1);
            assertEquals(Optional.of(1), store.get("room", Integer.class));
        }
    }
}
