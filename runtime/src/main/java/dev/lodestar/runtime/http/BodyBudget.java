package dev.lodestar.runtime.http;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory that the bodies of all requests may take together. A client gets more of it as long as it has less than what is left,
 * so that one who wants all comes to half of it, and two to a third each: whoever comes next finds as much as each of them has
 * (Choudhury and Hahne, <i>Dynamic Queue Length Thresholds for Shared-Memory Packet Switches</i>, 1998). Safe for use by any thread.
 */
final class BodyBudget {
    private final Map<Object, Long> reserved = new HashMap<>();
    private long left;

    /** @param limit so many bytes */
    BodyBudget(long limit) {
        this.left = limit;
    }

    /** Reserves so many bytes for a client; or returns false if there are not as many left for it, and reserves none. */
    synchronized boolean reserve(Object client, long bytes) {
        long more = reserved.getOrDefault(client, 0L) + bytes;
        if (more > left) {
            return false;
        }
        reserved.put(client, more);
        left -= bytes;
        return true;
    }

    /** Takes back so many of the bytes that were reserved for a client. */
    synchronized void release(Object client, long bytes) {
        reserved.computeIfPresent(client, (same, held) -> held == bytes ? null : Long.valueOf(held - bytes));
        left += bytes;
    }

    /** How many clients have something of it. */
    synchronized int clients() {
        return reserved.size();
    }
}
