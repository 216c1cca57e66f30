package dev.lodestar.runtime.connection.fair;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * The tasks that a thread has to run for ready connections. The thread works for a turn, then selects the connections
 * that became ready meanwhile, and so on. Tasks that do not fit into a turn wait in queues, one per client, which are
 * served round-robin (RFC 970 calls that fair queueing): a client waits for its own connections, however many the
 * others have. Confined to the thread.
 */
final class FairQueue {
    /**
     * The length of a turn: too short for a person or the network to notice, and much longer than it takes to begin
     * one.
     */
    static final long TURN_NANOS = 100_000;

    private final LongSupplier clock;
    private final Executor beforeSelect;
    private final Executor afterSelect;
    private final Map<Object, Queue<Runnable>> queues = new HashMap<>();

    /** The clients that have a queue, in the order of their turns. */
    private final Queue<Object> clients = new ArrayDeque<>();

    private boolean working;
    private long began;

    /**
     * Creates an empty queue.
     *
     * @param clock the time in nanoseconds
     * @param beforeSelect runs a task on the thread before its next select
     * @param afterSelect runs a task on the thread after its next select
     */
    FairQueue(LongSupplier clock, Executor beforeSelect, Executor afterSelect) {
        this.clock = clock;
        this.beforeSelect = beforeSelect;
        this.afterSelect = afterSelect;
    }

    /** Whether nobody is waiting and the turn is not over, so that a task can run at once. */
    boolean isFree() {
        if (!working) {
            begin();
        }
        return clients.isEmpty() && clock.getAsLong() - began < TURN_NANOS;
    }

    /** Appends a task to a client's queue. */
    void add(Object client, Runnable task) {
        queues.computeIfAbsent(client, newcomer -> {
                    clients.add(newcomer);
                    return new ArrayDeque<>();
                })
                .add(task);
        if (!working) {
            begin();
        }
    }

    private void begin() {
        working = true;
        began = clock.getAsLong();
        turn(beforeSelect);
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
            turn(afterSelect);
            // In favour of the threads that work for the clients just served.
            Thread.yield();
        }
    }

    private void workForNext() {
        Object client = clients.remove();
        Queue<Runnable> queue = queues.get(client);
        Runnable task = queue.remove();
        if (queue.isEmpty()) {
            queues.remove(client);
        } else {
            clients.add(client);
        }
        task.run();
    }

    private void turn(Executor executor) {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException serverHasClosed) {
            // And all connections with it.
            queues.clear();
            clients.clear();
            working = false;
        }
    }
}
