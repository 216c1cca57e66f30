package dev.lodestar.store.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The locks that a process leaves in a repository if it is killed while it moves a branch: nobody could move that
 * branch again. Git holds such a lock only for moments, so a lock that is still there after a second has no owner.
 */
final class GitLocks {
    private static final String SUFFIX = ".lock"; // no branch may have a name that ends like this

    private GitLocks() {}

    /** Removes the locks that have no owner. If there are locks, this waits to be sure. */
    static void release(Path repository) throws IOException {
        List<Path> held = held(repository);
        if (held.isEmpty()) {
            return;
        }
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for Git's locks", e);
        }
        held.retainAll(held(repository));
        for (Path lock : held) {
            Files.deleteIfExists(lock);
        }
    }

    private static List<Path> held(Path repository) throws IOException {
        List<Path> held = new ArrayList<>();
        for (String name : List.of("HEAD", "config", "packed-refs", "shallow")) {
            Path lock = repository.resolve(name + SUFFIX);
            if (Files.exists(lock)) {
                held.add(lock);
            }
        }
        Path branches = repository.resolve("refs");
        if (Files.exists(branches)) {
            try (Stream<Path> files = Files.walk(branches)) {
                files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(held::add);
            }
        }
        return held;
    }
}
