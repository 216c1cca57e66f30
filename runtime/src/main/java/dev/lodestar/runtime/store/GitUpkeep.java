package dev.lodestar.runtime.store;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.store.History.Keep;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a repository needs besides commits, on a thread of its own: packs are merged, the history is shortened, and it
 * looks whether others have moved a branch.
 */
final class GitUpkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GitUpkeep.class);

    /** After how many packs they are looked through. */
    private static final int PACKS = 20;

    private static final long SECONDS_TO_END = 60;

    private final GitMedium medium;
    private final GitPacks packs;
    private final GitHorizon horizon;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lodestar-git");
        thread.setDaemon(true);
        return thread;
    });

    GitUpkeep(GitMedium medium, Keep keep) {
        this.medium = medium;
        this.packs = new GitPacks(medium.repository().getObjectDatabase());
        this.horizon = new GitHorizon(medium, keep);
    }

    private interface Task {
        void run() throws IOException;
    }

    void start(Runnable news) {
        commits.set(Integer.MAX_VALUE / 2); // nobody knows how many there are
        thread.execute(() -> attempt(this::tidy));
        Task look = () -> {
            if (medium.isMoved()) {
                news.run();
            }
        };
        thread.scheduleWithFixedDelay(() -> attempt(look), 1, 1, TimeUnit.SECONDS);
    }

    /** Takes note of a group of commits that was written. */
    void wrote(int more) {
        commits.addAndGet(more);
        if (written.incrementAndGet() % PACKS == 0) {
            thread.execute(() -> attempt(this::tidy));
        }
    }

    /** Does everything and returns when it is done. */
    void now() {
        try {
            thread.submit(() -> {
                        packs.merge();
                        horizon.shorten();
                        horizon.collect();
                        return true;
                    })
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tidy() throws IOException {
        packs.merge();
        if (horizon.isDue(commits.get())) {
            commits.set(0);
            horizon.shorten();
            horizon.clean();
        }
    }

    private void attempt(Task task) {
        try {
            task.run();
        } catch (IOException | RuntimeException | Error e) {
            Collapse.notice(e);
            log.warn(
                    "The upkeep of {} failed; it is tried again.",
                    medium.repository().getDirectory(),
                    e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                log.warn("The upkeep of {} goes on.", medium.repository().getDirectory());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
