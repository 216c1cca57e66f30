package dev.lodestar.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.store.Commit;
import dev.lodestar.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitStoreTest extends KeptStoreContract {
    record Todo(String title, boolean done) {}

    @Override
    protected Store open(Path path) {
        return GitStores.open(path);
    }

    private static String git(Path where, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.waitFor(), output);
        return output.strip();
    }

    private static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    @Test
    void isARepositoryThatGitCanLogDiffCloneAndCheckOut() throws Exception {
        assumeTrue(hasGit());
        Path repository = folder.resolve("repository");
        Commit last;
        try (Store store = GitStores.open(repository)) {
            store.as("Ann").commit("Add milk", tx -> tx.set("todos/1", new Todo("Milk \u00e4", false)));
            store.set("todos/odd: \"*\\~%", 1);
            store.history().branch("draft").set("todos/2", new Todo("Bread", false));
            last = store.as("Bob")
                    .commit("Tick milk", tx -> tx.set("todos/1", new Todo("Milk \u00e4", true)))
                    .orElseThrow();
        }
        assertEquals(
                "Bob Tick milk\nsystem Set todos/odd: \"*\\~%\nAnn Add milk",
                git(repository, "log", "--format=%an %s"));
        assertEquals(last.id(), git(repository, "rev-parse", "main"));
        assertEquals("draft\nmain", git(repository, "branch", "--format=%(refname:short)"));
        assertTrue(git(repository, "diff", "main~1", "main").contains("+{\"title\":\"Milk \u00e4\",\"done\":true}"));
        assertEquals("", git(repository, "fsck", "--strict", "--no-dangling", "--no-progress"));

        git(folder, "clone", "-q", repository.toString(), "clone");
        Path clone = folder.resolve("clone");
        assertEquals("{\"title\":\"Milk \u00e4\",\"done\":true}", Files.readString(clone.resolve("todos/1.json")));
        git(clone, "checkout", "-q", "HEAD~2");
        assertEquals("{\"title\":\"Milk \u00e4\",\"done\":false}", Files.readString(clone.resolve("todos/1.json")));
    }

    @Test
    void readsWhatOthersHavePushed() throws Exception {
        assumeTrue(hasGit());
        Path repository = folder.resolve("repository");
        try (Store store = GitStores.open(repository)) {
            store.set("a", 1);
        }
        git(folder, "clone", "-q", repository.toString(), "clone");
        Path clone = folder.resolve("clone");
        Files.writeString(clone.resolve("b.json"), "2");
        Files.writeString(clone.resolve("README.md"), "no value");
        git(clone, "add", ".");
        git(clone, "-c", "user.name=Ann", "-c", "user.email=a@example.org", "commit", "-q", "-m", "By hand");
        git(clone, "push", "-q");
        try (Store store = GitStores.open(repository)) {
            assertEquals(List.of("a", "b"), store.keys(""));
            assertEquals("Ann", store.history().head().orElseThrow().author());
            store.set("b", 3);
            assertEquals(Optional.of(3), store.get("b", Integer.class));
        }
        git(clone, "pull", "-q");
        assertEquals("no value", Files.readString(clone.resolve("README.md")), "what is no value stays");
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
}
