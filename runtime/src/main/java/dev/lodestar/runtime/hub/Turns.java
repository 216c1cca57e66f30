package dev.lodestar.runtime.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Shares a fixed number of threads among the views, which take turns. A view may keep no more threads busy than it leaves
 * free: one whose renderings are slow gets half of them at most, two come to a third each, and the others find one free.
 * Safe for use by any thread.
 */
final class Turns {
    private final Executor threads;
    private final Deque<Line> waiting = new ArrayDeque<>();
    private int free;

    /**
     * Nothing runs yet.
     *
     * @param threads where renderings run
     * @param count how many of them run at a time, at least 2
     */
    Turns(Executor threads, int count) {
        this.threads = threads;
        this.free = count;
    }

    /** A place to wait, for the renderings of one view. */
    Executor line() {
        return new Line();
    }

    private void start(List<Runnable> tasks) {
        for (Runnable task : tasks) {
            try {
                threads.execute(task);
            } catch (RejectedExecutionException e) {
                // The server has closed; nobody waits for a frame.
            }
        }
    }

    // Takes all that may run now. It is run without the lock, as an executor may run it at once.
    private List<Runnable> due() {
        List<Runnable> due = new ArrayList<>();
        int passed = 0;
        while (passed < waiting.size()) {
            Line line = waiting.removeFirst();
            if (line.running < free) {
                due.add(line.begin());
                passed = 0;
            } else {
                passed++;
            }
            if (!line.tasks.isEmpty()) {
                waiting.addLast(line);
            }
        }
        return due;
    }

    private final class Line implements Executor {
        final Deque<Runnable> tasks = new ArrayDeque<>();
        int running;

        @Override
        public void execute(Runnable task) {
            List<Runnable> due;
            synchronized (Turns.this) {
                if (tasks.isEmpty()) {
                    waiting.addLast(this);
                }
                tasks.addLast(task);
                due = due();
            }
            start(due);
        }

        private Runnable begin() {
            Runnable task = tasks.removeFirst();
            running++;
            free--;
            return () -> {
                try {
                    task.run();
                } finally {
                    end();
                }
            };
        }

        private void end() {
            List<Runnable> due;
            synchronized (Turns.this) {
                running--;
                free++;
                due = due();
            }
            start(due);
        }
    }
}
