package dev.lodestar.store.git;

import static dev.lodestar.store.git.GitCommand.git;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.runtime.store.SideTexts;
import dev.lodestar.runtime.store.contract.DurableStoreContract;
import dev.lodestar.store.Commit;
import dev.lodestar.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitStoreTest extends DurableStoreContract {
    @Override
    protected Store open(Path path) {
        return GitStores.open(path);
    }

    @Test
    void distinguishesFilesFromFoldersThatAreNamedLikeThem() {
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
    void removesUnfinishedPacksUnlessAnotherProgramMayBeWritingThem() throws Exception {
        Path repository = folder.resolve("repository");
        try (Store store = GitStores.open(repository)) {
            store.set("a", 1);
        }
        Path abandoned = Files.writeString(repository.resolve("objects/incoming_1.pack"), "half a pack");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(4_000)));
        Path recent = Files.writeString(repository.resolve("objects/incoming_2.pack"), "half a pack");
        try (Store store = GitStores.open(repository)) {
            assertTrue(Files.notExists(abandoned));
            assertTrue(Files.exists(recent));
            store.set("a", 2);
        }
    }

    @Test
    void movesABranchThatAKilledProcessHasLeftLocked() throws Exception {
        Path repository = folder.resolve("repository");
        try (Store store = GitStores.open(repository)) {
            store.set("a", 1);
        }
        Files.createFile(repository.resolve("refs/heads/main.lock"));
        try (Store store = GitStores.open(repository)) {
            store.set("a", 2);
            assertEquals(Optional.of(2), store.get("a", Integer.class));
        }
    }

    @Test
    void keepsNothingButCommits() {
        try (Store store = GitStores.open(folder.resolve("repository"))) {
            assertEquals(Optional.empty(), SideTexts.of(store, "session"));
        }
    }

    @Test
    void acceptsAnyTexts() throws Exception {
        assumeTrue(GitCommand.isInstalled());
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
