package dev.lodestar.runtime.http.post;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory that the bodies of all requests may take together. A client gets more of it as long as it has less than
 * what is left. So one client that wants everything gets half of it, and two get a third each: the next client finds
 * as much as each of them has (Choudhury and Hahne, <i>Dynamic Queue Length Thresholds for Shared-Memory Packet
 * Switches</i>, 1998). Safe for use by any thread.
 */
public final class BodyBudget {
    private final Map<Object, Long> reserved = new HashMap<>();
    private long left;

    /** @param limit the number of bytes */
    public BodyBudget(long limit) {
        this.left = limit;
    }

    /** Reserves bytes for a client. Returns false, and reserves none, if there are not enough left for it. */
    synchronized boolean reserve(Object client, long bytes) {
        long more = reserved.getOrDefault(client, 0L) + bytes;
        if (more > left) {
            return false;
        }
        reserved.put(client, more);
        left -= bytes;
        return true;
    }

    /** Releases bytes that were reserved for a client. */
    synchronized void release(Object client, long bytes) {
        reserved.computeIfPresent(client, (same, held) -> held == bytes ? null : Long.valueOf(held - bytes));
        left += bytes;
    }

    /** The number of clients with reserved bytes. */
    synchronized int clients() {
        return reserved.size();
    }
}
