package dev.lodestar.runtime.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.store.Store;
import dev.lodestar.store.StoreException;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the places where stores live can do to them. */
class FailuresTest {
    @TempDir
    Path folder;

    // Not MapDB, which can damage its file then: bench/README.md says why.
    @ParameterizedTest
    @EnumSource(value = Backend.class, names = "MAPDB", mode = EnumSource.Mode.EXCLUDE)
    void saysThatTheDiskIsFullAndKeepsWhatWasCommitted(Backend backend) throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")));
        int commits;
        Process full = Child.startWithLimit(3_000, FullDisk.class, backend.name(), folder.toString());
        try (BufferedReader out = full.inputReader()) {
            String message = String.valueOf(out.readLine());
            assertTrue(message.startsWith("Nothing can be written to the store " + folder), message);
            assertTrue(message.contains("make room on the disk"), message);
            commits = Integer.parseInt(out.readLine());
            assertTrue(commits > 0, "something was committed before");
            assertEquals("true", out.readLine(), "the running store has all of them, and nothing else");
        }
        full.waitFor();
        try (Store store = backend.open(folder)) {
            assertTrue(
                    FullDisk.whole(store, commits),
                    "the store that was opened again has all of them, and nothing else");
            store.set("room", 1);
            assertEquals(Optional.of(1), store.get("room", Integer.class));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void saysThatAnotherProcessHasTheStore(Backend backend) throws Exception {
        try (Store store = backend.open(folder)) {
            store.set("a", 1);
            Process second = Child.start(Opening.class, backend.name(), folder.toString());
            try (BufferedReader out = second.inputReader()) {
                String message = String.valueOf(out.readLine());
                assertTrue(message.startsWith("The store " + folder), message);
                assertTrue(message.contains("is open in another process, and only one can have it"), message);
            }
            store.set("a", 2);
        }
        try (Store store = backend.open(folder)) {
            assertEquals(Optional.of(2), store.get("a", Integer.class));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void saysThatTheStoreIsOpenAlready(Backend backend) {
        try (Store store = backend.open(folder)) {
            assertThrows(StoreException.class, () -> backend.open(folder));
            store.set("a", 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void saysThatTheFolderIsReadOnly(Backend backend) throws Exception {
        assertTrue(folder.toFile().setReadOnly());
        Process opening = Child.startWithoutOverride(Opening.class, backend.name(), folder.toString());
        try (BufferedReader out = opening.inputReader()) {
            String message = String.valueOf(out.readLine());
            assertTrue(message.startsWith("The store " + folder), message);
            assertTrue(message.contains("its folder or file is read-only for this user"), message);
        }
    }

    // MVStore has its one file open and needs nothing else, so that it does not care.
    @ParameterizedTest
    @EnumSource(value = Backend.class, names = "MVSTORE", mode = EnumSource.Mode.EXCLUDE)
    void saysThatTheFolderHasBecomeReadOnlyAndGoesOnAfterwards(Backend backend) throws Exception {
        Process writing = Child.startWithoutOverride(ReadOnlyDisk.class, backend.name(), folder.toString());
        try (BufferedReader out = writing.inputReader()) {
            String message = String.valueOf(out.readLine());
            assertTrue(message.startsWith("Nothing can be written to the store " + folder), message);
            assertEquals("1", out.readLine(), "what was committed before is there");
            assertEquals("3", out.readLine(), "when it can be written again, it is");
        }
    }

    @Test
    void movesABranchThatAKilledProcessHasLeftLocked() throws Exception {
        try (Store store = Backend.GIT.open(folder)) {
            store.set("a", 1);
        }
        Files.createFile(folder.resolve("store/refs/heads/main.lock"));
        try (Store store = Backend.GIT.open(folder)) {
            store.set("a", 2);
            assertEquals(Optional.of(2), store.get("a", Integer.class));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void saysThatThereIsNoFolder(Backend backend) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        String message =
                assertThrows(StoreException.class, () -> backend.open(file)).getMessage();
        assertTrue(message.contains(file.toString()), message);
        assertFalse(message.contains("\n"), message);
    }
}
