package dev.lodestar.runtime.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.store.Store;
import dev.lodestar.store.StoreException;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backend says when it cannot open a store. */
public abstract class OpeningContract {
    private final Class<? extends StoreOpener> opener;

    @TempDir
    Path folder;

    /** Tests the stores of an opener. */
    protected OpeningContract(Class<? extends StoreOpener> opener) {
        this.opener = opener;
    }

    private Store open(Path folder) {
        return StoreOpener.named(opener.getName()).open(folder);
    }

    @Test
    void saysThatAnotherProcessHasTheStoreOpen() throws Exception {
        try (Store store = open(folder)) {
            store.set("a", 1);
            Process second = Child.start(Opener.class, opener.getName(), folder.toString());
            try (BufferedReader out = second.inputReader()) {
                String message = String.valueOf(out.readLine());
                assertTrue(message.startsWith("The store " + folder), message);
                assertTrue(message.contains("is open in another process, and only one can have it open"), message);
            }
            store.set("a", 2);
        }
        try (Store store = open(folder)) {
            assertEquals(Optional.of(2), store.get("a", Integer.class));
        }
    }

    @Test
    void saysThatThisProcessHasTheStoreOpen() {
        try (Store store = open(folder)) {
            assertThrows(StoreException.class, () -> open(folder));
            store.set("a", 1);
        }
    }

    @Test
    void saysThatTheFolderIsReadOnly() throws Exception {
        assertTrue(folder.toFile().setReadOnly());
        Process opening = Child.startWithoutOverride(Opener.class, opener.getName(), folder.toString());
        try (BufferedReader out = opening.inputReader()) {
            String message = String.valueOf(out.readLine());
            assertTrue(message.startsWith("The store " + folder), message);
            assertTrue(message.contains("its folder or file is read-only for this user"), message);
        }
    }

    @Test
    void saysThatTheFolderIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        String message = assertThrows(StoreException.class, () -> open(file)).getMessage();
        assertTrue(message.contains(file.toString()), message);
        assertFalse(message.contains("\n"), message);
    }
}
