package dev.lodestar.runtime.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a store when its folder becomes read-only, if the backend creates files for commits. */
public abstract class ReadOnlyFolderContract {
    private final Class<? extends StoreOpener> opener;

    @TempDir
    Path folder;

    /** Tests the stores of an opener. */
    protected ReadOnlyFolderContract(Class<? extends StoreOpener> opener) {
        this.opener = opener;
    }

    @Test
    void saysThatTheFolderHasBecomeReadOnlyAndGoesOnAfterwards() throws Exception {
        Process writing = Child.startWithoutOverride(ReadOnlyWriter.class, opener.getName(), folder.toString());
        try (BufferedReader out = writing.inputReader()) {
            String message = String.valueOf(out.readLine());
            assertTrue(message.startsWith("Nothing can be written to the store " + folder), message);
            assertEquals("1", out.readLine(), "what was committed before is there");
            assertEquals("3", out.readLine(), "commits succeed again once the folder is writable");
        }
    }
}
