package dev.lodestar.runtime.store;

import static dev.lodestar.runtime.store.GitCommand.git;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.store.Commit;
import dev.lodestar.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitStoreTest extends KeptStoreContract {
    @Override
    protected Store open(Path path) {
        return GitStores.open(path);
    }

    @Test
    void tellsFilesFromFoldersThatAreNamedLikeThem() {
        Path repository = folder.resolve("repository");
        try (Store store = GitStores.open(repository)) {
            store.set("a", 1);
            store.set("a.json/b", 2);
            store.set("a/c", 3);
        }
        try (Store store = GitStores.open(repository)) {
            assertEquals(List.of("a", "a.json/b", "a/c"), store.keys(""));
        }
    }

    @Test
    void opensAfterItWasKilledInTheMiddleOfAPack() throws Exception {
        Path repository = folder.resolve("repository");
        try (Store store = GitStores.open(repository)) {
            store.set("a", 1);
        }
        Path unfinished = repository.resolve("objects/pack/tmp_pack_lodestar_1");
        Files.writeString(unfinished, "half a pack");
        try (Store store = GitStores.open(repository)) {
            assertTrue(Files.notExists(unfinished));
            store.set("a", 2);
        }
    }

    @Test
    void takesWhateverTextsThereAre() throws Exception {
        assumeTrue(GitCommand.isThere());
        Path repository = folder.resolve("repository");
        List<String> keys = List.of(
                "a.json/b",
                "a",
                "a/b.json",
                "a.JSON/b",
                "%",
                "%41",
                "A",
                "con/aux",
                "\u200c.git/x",
                "x.git/y",
                "~1",
                "\ud83c\udf5e",
                " ",
                "a /b",
                "x".repeat(300),
                "w/" + "\u00e9".repeat(200));
        try (Store store = GitStores.open(repository)) {
            Commit commit = store.as("<Ann> & \"Bob\".")
                    .commit("Line one\n\nline two\0 \u00e4\n", tx -> keys.forEach(key -> tx.set(key, key)))
                    .orElseThrow();
            assertEquals(commit.author(), store.history().head().orElseThrow().author());
            assertEquals(commit.message(), store.history().head().orElseThrow().message());
            store.as("...").set("b", 1);
            assertEquals("unnamed", store.history().head().orElseThrow().author());
            assertEquals("", git(repository, "fsck", "--strict", "--no-dangling", "--no-progress"));
        }
        try (Store store = GitStores.open(repository)) {
            keys.forEach(key -> assertEquals(Optional.of(key), store.get(key, String.class), key));
            assertEquals(keys.size() + 1, store.keys("").size());
        }
    }
}
