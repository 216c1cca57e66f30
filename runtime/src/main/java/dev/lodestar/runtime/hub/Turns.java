package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.work.TaskTimer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Shares a fixed number of threads among the views, which take turns. A view may keep no more threads busy than it leaves
 * free: one whose renderings are slow gets half of them at most, two come to a third each, and the others find one free.
 * Safe for use by any thread.
 */
final class Turns {
    /** After this time it is tried again to start what could not be started. */
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Executor threads;
    private final TaskTimer timer;
    private final Deque<Line> waiting = new ArrayDeque<>();
    private int free;

    /**
     * Nothing runs yet.
     *
     * @param threads where renderings run
     * @param count how many of them run at a time, at least 2
     * @param timer says when to ask again for a thread that could not be had
     */
    Turns(Executor threads, int count, TaskTimer timer) {
        this.threads = threads;
        this.timer = timer;
        this.free = count;
    }

    /** A place to wait, for the renderings of one view. */
    Executor line() {
        return new Line();
    }

    private void startDue() {
        List<Turn> due;
        synchronized (this) {
            due = due();
        }
        due.forEach(this::start);
    }

    // Does not throw: there may be more to start. The executor refuses everything once the server has closed, whose
    // timer
    // does nothing any more.
    private void start(Turn turn) {
        try {
            threads.execute(turn);
        } catch (Throwable e) {
            Collapse.notice(e);
            turn.takeBack();
            timer.after(RETRY_NANOS, this::startDue);
        }
    }

    // Takes all that may run now. It is run without the lock, as an executor may run it at once.
    private List<Turn> due() {
        List<Turn> due = new ArrayList<>();
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
            synchronized (Turns.this) {
                tasks.addLast(task);
                if (tasks.size() == 1) {
                    waiting.addLast(this);
                }
            }
            startDue();
        }

        private Turn begin() {
            Turn turn = new Turn(this, tasks.removeFirst());
            running++;
            free--;
            return turn;
        }
    }

    /** A task that has a thread of those there are. */
    private final class Turn implements Runnable {
        private final Line line;
        private final Runnable task;

        Turn(Line line, Runnable task) {
            this.line = line;
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
            } finally {
                synchronized (Turns.this) {
                    free();
                }
                startDue();
            }
        }

        /** Puts the task where it came from. */
        void takeBack() {
            synchronized (Turns.this) {
                free();
                line.tasks.addFirst(task);
                if (line.tasks.size() == 1) {
                    waiting.addFirst(line);
                }
            }
        }

        private void free() {
            line.running--;
            free++;
        }
    }
}
