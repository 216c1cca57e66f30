package dev.lodestar.store.git;

import static dev.lodestar.store.git.GitCommand.git;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.History.Merge;
import dev.lodestar.store.Store;
import dev.lodestar.store.StoreException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real {@code git} command finds in the repository of a store, and can do with it. */
class GitRepositoryTest {
    @TempDir
    Path folder;

    record Todo(String title, boolean done) {}

    @BeforeEach
    void requireGit() {
        assumeTrue(GitCommand.isInstalled());
    }

    private Path cloned(Path repository) throws Exception {
        git(folder, "clone", "-q", repository.toString(), "clone");
        Path clone = folder.resolve("clone");
        git(clone, "config", "user.name", "Ann");
        git(clone, "config", "user.email", "a@example.org");
        return clone;
    }

    private static void commitFile(Path clone, String file, String text) throws Exception {
        Files.createDirectories(clone.resolve(file).getParent());
        Files.writeString(clone.resolve(file), text);
        git(clone, "add", ".");
        git(clone, "commit", "-q", "-m", "By hand: " + file);
    }

    private static Commit next(BlockingQueue<Commit> told) throws InterruptedException {
        Commit commit = told.poll(20, TimeUnit.SECONDS);
        assertTrue(commit != null, "no commit was announced");
        return commit;
    }

    @Test
    void canBeLoggedDiffedClonedAndCheckedOut() throws Exception {
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
    void readsWhatWasPushed() throws Exception {
        Path repository = folder.resolve("repository");
        try (Store store = GitStores.open(repository)) {
            store.set("a", 1);
        }
        git(folder, "clone", "-q", repository.toString(), "clone");
        Path clone = folder.resolve("clone");
        Files.writeString(clone.resolve("b.json"), "2");
        Files.writeString(clone.resolve("README.md"), "not a value");
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
        assertEquals("not a value", Files.readString(clone.resolve("README.md")), "files that are not values stay");
    }

    @Test
    void noticesWhatIsPushedWhileItIsOpen() throws Exception {
        Path repository = folder.resolve("repository");
        try (Store store = GitStores.open(repository)) {
            store.set("a", 1);
            Path clone = cloned(repository);
            BlockingQueue<Commit> told = new LinkedBlockingQueue<>();
            store.watch("todos", told::add);

            commitFile(clone, "todos/1.json", "1");
            commitFile(clone, "README.md", "not a value");
            commitFile(clone, "todos/2.json", "2");
            git(clone, "push", "-q");
            assertEquals("By hand: todos/1.json", next(told).message());
            Commit second = next(told);
            assertEquals("Ann", second.author());
            assertEquals(git(clone, "rev-parse", "HEAD"), second.id());
            assertEquals(List.of("a", "todos/1", "todos/2"), store.keys(""));

            // A commit that was made without knowing of another is made again on top of that.
            commitFile(clone, "todos/3.json", "3");
            git(clone, "push", "-q");
            assertEquals(Optional.of(4), store.transact("Count", tx -> {
                tx.set("count", tx.keys("").size());
                return tx.keys("").size() == 4 ? Optional.of(4) : tx.get("count", Integer.class);
            }));
            git(clone, "pull", "-q", "--rebase");
            assertEquals("4", Files.readString(clone.resolve("count.json")));

            git(clone, "push", "-q", "--force", "origin", "HEAD~3:main", "HEAD~4:refs/heads/other");
            while (store.has("todos/3")) {
                next(told);
            }
            assertEquals(List.of("main", "other"), store.history().branches());
            assertEquals(
                    List.of("a", "todos/1"), store.history().branch("other").keys(""));
            git(clone, "push", "-q", "origin", ":other");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (store.history().branches().size() > 1 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertEquals(List.of("main"), store.history().branches());
            store.set("b", 1);
            assertEquals("", git(repository, "fsck", "--strict", "--no-dangling", "--no-progress"));
        }
    }

    @Test
    void dropsOldHistoryInAWayThatGitUnderstands() throws Exception {
        Path repository = folder.resolve("repository");
        GitMedium medium = GitMedium.open(repository, Keep.commits(10));
        try (Store store = GitStores.open(medium)) {
            String random = Stream.generate(() -> String.valueOf(Math.random()))
                    .limit(3_000)
                    .collect(Collectors.joining());
            String first = store.commit("First", tx -> tx.set("large", random))
                    .orElseThrow()
                    .id();
            store.set("large", 0);
            for (int i = 0; i < 60; i++) {
                store.set("n/" + i % 7, i);
            }
            Store draft = store.history().branch("draft");
            draft.set("draft", 1);
            for (int i = 0; i < 20; i++) {
                store.set("n/" + i % 7, i);
            }
            // As if all of this had happened a while ago.
            FileTime old = FileTime.from(Instant.now().minus(GitHorizon.YOUNG).minusSeconds(60));
            for (File pack : repository.resolve("objects/pack").toFile().listFiles()) {
                Files.setLastModifiedTime(pack.toPath(), old);
            }
            medium.tidy();

            assertEquals("", git(repository, "fsck", "--strict", "--no-dangling", "--no-progress"));
            String commits = git(repository, "rev-list", "--count", "main");
            assertEquals("21", commits, "since the draft was created");
            assertEquals(
                    20,
                    git(repository, "log", "--format=%H", "main~20..main")
                            .lines()
                            .count());
            assertTrue(git(repository, "diff", "--stat", "main~2", "main").contains("n/"), "a difference");
            assertFails(repository, "cat-file", "-e", first);
            assertTrue(store.history().log("", 100).size() >= 10);
            store.history().merge("draft", Merge.refuse());
            store.history().removeBranch("draft");
            for (int i = 0; i < 20; i++) {
                store.set("n/" + i % 7, -i);
            }
            medium.tidy();
            assertEquals("11", git(repository, "rev-list", "--count", "main"));
            assertEquals(10, store.history().log("", 100).size());
            assertEquals("", git(repository, "fsck", "--strict", "--no-dangling", "--no-progress"));
            git(
                    folder,
                    "clone",
                    "-q",
                    "--no-local",
                    "--depth",
                    "5",
                    repository.toUri().toString(),
                    "clone");
            assertEquals("-15", Files.readString(folder.resolve("clone/n/1.json")));
            git(repository, "gc", "-q", "--prune=now");
            store.set("after", 1);
        }
        try (Store store = GitStores.open(repository, Keep.commits(10))) {
            assertEquals(Optional.of(1), store.get("after", Integer.class));
            assertEquals(Optional.of(-15), store.get("n/1", Integer.class));
            assertEquals(Optional.of(1), store.get("draft", Integer.class));
            store.set("after", 2);
        }
        assertEquals("", git(repository, "fsck", "--strict", "--no-dangling", "--no-progress"));
    }

    private static void assertFails(Path where, String... arguments) {
        assertThrows(AssertionError.class, () -> git(where, arguments));
    }

    @Test
    void keepsTheNumberOfPacksSmall() throws Exception {
        Path repository = folder.resolve("repository");
        GitMedium medium = GitMedium.open(repository, Keep.everything());
        try (Store store = GitStores.open(medium)) {
            for (int i = 0; i < 50; i++) {
                store.set("n/" + i % 3, i % 5);
            }
            medium.tidy();
            long packs = git(repository, "count-objects", "-v")
                    .lines()
                    .filter(line -> line.startsWith("packs: "))
                    .mapToLong(line -> Long.parseLong(line.substring(7)))
                    .findFirst()
                    .orElseThrow();
            assertTrue(packs < 20, packs + " packs");
            assertEquals("50", git(repository, "rev-list", "--count", "main"));
            assertEquals(50, store.history().log("", 1000).size());
            assertEquals("", git(repository, "fsck", "--strict", "--no-dangling", "--no-progress"));
        }
    }

    @Test
    void ignoresFilesOfOthersThatAreNotValues() throws Exception {
        Path repository = folder.resolve("repository");
        try (Store store = GitStores.open(repository)) {
            store.set("a", 1);
        }
        Path clone = cloned(repository);
        commitFile(clone, "%zz.json", "1");
        commitFile(clone, "%41.json", "1");
        commitFile(clone, ".hidden/x.json", "1");
        commitFile(clone, "todos", "a file where a folder will be");
        commitFile(clone, "b.json/readme", "a folder where a file will be");
        commitFile(clone, "c.json/d.json", "3");
        Files.createSymbolicLink(clone.resolve("link.json"), Path.of("a.json"));
        git(clone, "add", ".");
        git(clone, "commit", "-q", "-m", "Link");
        git(clone, "push", "-q");
        try (Store store = GitStores.open(repository)) {
            assertEquals(List.of("a"), store.keys(""));
            store.set("todos/1", 1);
            store.set("b", 2);
            store.set("c/d", 3);
            assertEquals("", git(repository, "fsck", "--strict", "--no-dangling", "--no-progress"));
        }
        git(clone, "pull", "-q");
        assertEquals("1", Files.readString(clone.resolve("todos/1.json")));
        assertEquals("2", Files.readString(clone.resolve("b.json")));
    }

    @Test
    void waitsWhileAnotherProgramHasLockedTheBranch() throws Exception {
        Path repository = folder.resolve("repository");
        try (Store store = GitStores.open(repository)) {
            store.set("a", 1);
            Path lock = Files.createFile(repository.resolve("refs/heads/main.lock"));
            CompletableFuture<Void> setting = CompletableFuture.runAsync(() -> store.set("a", 2));
            assertThrows(TimeoutException.class, () -> setting.get(200, TimeUnit.MILLISECONDS));
            Files.delete(lock);
            setting.get(10, TimeUnit.SECONDS);
            assertEquals(Optional.of(2), store.get("a", Integer.class));

            Files.createFile(lock);
            assertThrows(StoreException.class, () -> store.set("a", 3), "the owner of the lock is dead");
            Files.delete(lock);
            assertEquals(Optional.of(2), store.get("a", Integer.class));
            store.set("a", 4);
        }
    }
}
