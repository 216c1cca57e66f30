package dev.lodestar.runtime.work;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** An executor that runs its tasks when a test says so. */
public final class ManualExecutor implements Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs all tasks, including those that they submit. Returns how many have run. */
    public int runAll() {
        int run = 0;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
            run++;
        }
        return run;
    }

    /** Runs the oldest task. */
    public void runNext() {
        tasks.remove().run();
    }

    public int waiting() {
        return tasks.size();
    }
}
