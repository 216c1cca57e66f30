package dev.lodestar.runtime.connection.fair;

/**
 * Where a connection waits for its turn, together with the others of its client. Confined to the connection's thread.
 */
public final class ClientQueue {
    private final FairQueue queue;
    private final Object client;

    ClientQueue(FairQueue queue, Object client) {
        this.queue = queue;
        this.client = client;
    }

    /** Runs a task in the client's turn: at once if nobody is waiting. */
    void run(Runnable task) {
        if (queue.isFree()) {
            task.run();
        } else {
            queue.add(client, task);
        }
    }

    /** Runs a task in the client's turn, later. */
    public void add(Runnable task) {
        queue.add(client, task);
    }

    boolean isFree() {
        return queue.isFree();
    }
}
