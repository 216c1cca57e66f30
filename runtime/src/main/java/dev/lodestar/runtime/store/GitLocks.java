package dev.lodestar.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process that was killed while it moved a branch leaves in a repository: a lock, because of which the branch could
 * never be moved again. Git holds one for moments, so one that is still there after a second belongs to nobody.
 */
final class GitLocks {
    private static final String SUFFIX = ".lock"; // which no branch's name may end with

    private GitLocks() {}

    /** Takes away the locks that nobody holds; waits, if there are any, until that is certain. */
    static void release(Path repository) throws IOException {
        List<Path> held = held(repository);
        if (held.isEmpty()) {
            return;
        }
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted while it waited for Git's locks", e);
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
