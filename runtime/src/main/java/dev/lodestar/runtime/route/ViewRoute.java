package dev.lodestar.runtime.route;

import java.util.List;

/**
 * A view in the table.
 *
 * @param path the path of its shim and its stream
 * @param scope who shares a rendering
 * @param handler opens it
 * @param reads the prefixes of the store's keys that it reads; empty if they are unknown
 */
public record ViewRoute(String path, Scope scope, ViewHandler handler, List<String> reads) {
    /** Copies the list. */
    public ViewRoute {
        reads = List.copyOf(reads);
    }
}
