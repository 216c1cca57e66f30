package dev.lodestar.runtime.fair;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * What one thread has to do for connections that are ready, beyond what it has time for at once. The thread works for a turn, then
 * looks which others are ready, and so on. What does not get done in a turn stands in lines, one for each client, from whose
 * heads it is taken round and round (RFC 970 calls that fair queueing): a client waits for its own connections, however many
 * those of the others are. Confined to the thread.
 */
final class WaitingLines {
    /** The time of a turn: short beside what a person or the network notices, and long beside what it takes to begin another one. */
    static final long TURN_NANOS = 100_000;

    private final LongSupplier clock;
    private final Executor atOnce;
    private final Executor afterOthers;
    private final Map<Object, Queue<Runnable>> lines = new HashMap<>();

    /** The clients that have a line, who comes next first. */
    private final Queue<Object> clients = new ArrayDeque<>();

    private boolean working;
    private long began;

    /**
     * Nobody waits yet.
     *
     * @param clock tells the time in nanoseconds
     * @param atOnce does something on the thread before it looks at its connections again
     * @param afterOthers does something on the thread when it has done so
     */
    WaitingLines(LongSupplier clock, Executor atOnce, Executor afterOthers) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.afterOthers = afterOthers;
    }

    /** Whether nobody waits and there is time left, so that there is no need for a line. */
    boolean isFree() {
        if (!working) {
            begin();
        }
        return clients.isEmpty() && clock.getAsLong() - began < TURN_NANOS;
    }

    /** Puts something at the end of a client's line. */
    void add(Object client, Runnable work) {
        lines.computeIfAbsent(client, newcomer -> {
                    clients.add(newcomer);
                    return new ArrayDeque<>();
                })
                .add(work);
        if (!working) {
            begin();
        }
    }

    private void begin() {
        working = true;
        began = clock.getAsLong();
        turn(atOnce);
    }

    private void work() {
        began = clock.getAsLong();
        try {
            while (!clients.isEmpty() && clock.getAsLong() - began < TURN_NANOS) {
                workForNext();
            }
        } finally {
            goOn();
        }
    }

    private void goOn() {
        working = !clients.isEmpty();
        if (working) {
            turn(afterOthers);
            // To the threads that work for those who were served.
            Thread.yield();
        }
    }

    private void workForNext() {
        Object client = clients.remove();
        Queue<Runnable> line = lines.get(client);
        Runnable work = line.remove();
        if (line.isEmpty()) {
            lines.remove(client);
        } else {
            clients.add(client);
        }
        work.run();
    }

    private void turn(Executor executor) {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException serverHasClosed) {
            // And with it all connections.
            lines.clear();
            clients.clear();
            working = false;
        }
    }
}
