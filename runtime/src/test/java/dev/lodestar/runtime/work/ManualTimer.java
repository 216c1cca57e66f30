package dev.lodestar.runtime.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A timer whose time passes only when a test says so. */
public final class ManualTimer implements TaskTimer {
    private record Due(long at, Runnable task) {}

    private final List<Due> waiting = new ArrayList<>();
    private long now;

    @Override
    public long now() {
        return now;
    }

    @Override
    public void after(long nanos, Runnable task) {
        waiting.add(new Due(now + nanos, task));
    }

    /** Lets time pass, and runs the tasks that become due, in order. */
    public void advance(Duration time) {
        long end = now + time.toNanos();
        for (Optional<Due> next = next(end); next.isPresent(); next = next(end)) {
            waiting.remove(next.get());
            now = Math.max(now, next.get().at);
            next.get().task.run();
        }
        now = end;
    }

    private Optional<Due> next(long end) {
        return waiting.stream().filter(due -> due.at <= end).min(Comparator.comparingLong(Due::at));
    }
}
