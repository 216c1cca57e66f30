package dev.lodestar.store.git;

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
 * Maintains a repository on a thread of its own: merges packs, shortens the history, and checks whether other programs
 * have moved a branch.
 */
final class GitMaintenance implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GitMaintenance.class);

    /** After how many new packs they are checked. */
    private static final int PACKS = 20;

    private static final long SECONDS_TO_CLOSE = 60;

    private final GitMedium medium;
    private final GitPackMerger packs;
    private final GitHorizon horizon;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lodestar-git");
        thread.setDaemon(true);
        return thread;
    });

    GitMaintenance(GitMedium medium, GitPackFolder folder, Keep keep) {
        this.medium = medium;
        this.packs = new GitPackMerger(folder);
        this.horizon = new GitHorizon(medium, keep);
    }

    private interface Task {
        void run() throws IOException;
    }

    /** @param catchUp called whenever other programs have moved a branch */
    void start(Runnable catchUp) {
        commits.set(Integer.MAX_VALUE / 2); // how many there are is unknown
        thread.execute(() -> attempt(this::tidy));
        Task check = () -> {
            if (medium.isMoved()) {
                catchUp.run();
            }
        };
        thread.scheduleWithFixedDelay(() -> attempt(check), 1, 1, TimeUnit.SECONDS);
    }

    /** Counts a group of commits that was written. */
    void wrote(int more) {
        commits.addAndGet(more);
        if (written.incrementAndGet() % PACKS == 0) {
            thread.execute(() -> attempt(this::tidy));
        }
    }

    /** Does everything now, and returns when it is done. */
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
                    "The maintenance of {} failed. It will be retried.",
                    medium.repository().getDirectory(),
                    e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                log.warn(
                        "The maintenance of {} is still running.",
                        medium.repository().getDirectory());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
