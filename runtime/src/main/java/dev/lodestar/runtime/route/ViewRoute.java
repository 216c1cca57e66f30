package dev.lodestar.runtime.route;

import java.util.List;

/**
 * A view of the table.
 *
 * @param path the path of its shim and its stream
 * @param scope who shares a rendering
 * @param handler what opens it
 * @param reads the prefixes of the store's keys that it reads; empty if that is not known
 */
public record ViewRoute(String path, Scope scope, ViewHandler handler, List<String> reads) {
    /** Copies the list. */
    public ViewRoute {
        reads = List.copyOf(reads);
    }
}
