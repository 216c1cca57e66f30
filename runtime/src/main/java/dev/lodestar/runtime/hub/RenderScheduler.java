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
 * Schedules the renderings of all views, in turn, on a fixed number of threads. A view may never occupy more threads
 * than it leaves free: one whose renderings are slow gets at most half of the threads, two get a third each, and all
 * others still find a free one. Safe for use by any thread.
 */
final class RenderScheduler {
    /** The delay before a task that could not be started is tried again. */
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Executor threads;
    private final TaskTimer timer;

    /** The queues that have tasks, in the order of their turns. */
    private final Deque<Queue> waiting = new ArrayDeque<>();

    private int free;

    /**
     * Starts with nothing scheduled.
     *
     * @param threads runs the renderings
     * @param count how many of them it runs at a time, at least 2
     * @param timer schedules another attempt when no thread can be had
     */
    RenderScheduler(Executor threads, int count, TaskTimer timer) {
        this.threads = threads;
        this.timer = timer;
        this.free = count;
    }

    /** A new queue, for the renderings of one view. */
    Executor newQueue() {
        return new Queue();
    }

    private void startDue() {
        List<Running> due;
        synchronized (this) {
            due = takeDue();
        }
        due.forEach(this::start);
    }

    // Does not throw, as there may be more to start. Once the server has closed, the executor rejects everything and
    // the timer does nothing.
    private void start(Running task) {
        try {
            threads.execute(task);
        } catch (Throwable e) {
            Collapse.notice(e);
            task.putBack();
            timer.after(RETRY_NANOS, this::startDue);
        }
    }

    // Takes all tasks that may run now. They are started without the lock, since an executor may run them immediately.
    private List<Running> takeDue() {
        List<Running> due = new ArrayList<>();
        int passed = 0;
        while (passed < waiting.size()) {
            Queue queue = waiting.removeFirst();
            if (queue.running < free) {
                due.add(queue.take());
                passed = 0;
            } else {
                passed++;
            }
            if (!queue.tasks.isEmpty()) {
                waiting.addLast(queue);
            }
        }
        return due;
    }

    private final class Queue implements Executor {
        final Deque<Runnable> tasks = new ArrayDeque<>();
        int running;

        @Override
        public void execute(Runnable task) {
            synchronized (RenderScheduler.this) {
                tasks.addLast(task);
                if (tasks.size() == 1) {
                    waiting.addLast(this);
                }
            }
            startDue();
        }

        private Running take() {
            Running task = new Running(this, tasks.removeFirst());
            running++;
            free--;
            return task;
        }
    }

    /** A task that occupies one of the threads. */
    private final class Running implements Runnable {
        private final Queue queue;
        private final Runnable task;

        Running(Queue queue, Runnable task) {
            this.queue = queue;
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
            } finally {
                synchronized (RenderScheduler.this) {
                    release();
                }
                startDue();
            }
        }

        /** Returns the task to the front of its queue. */
        void putBack() {
            synchronized (RenderScheduler.this) {
                release();
                queue.tasks.addFirst(task);
                if (queue.tasks.size() == 1) {
                    waiting.addFirst(queue);
                }
            }
        }

        private void release() {
            queue.running--;
            free++;
        }
    }
}
