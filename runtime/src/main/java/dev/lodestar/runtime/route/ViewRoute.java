package dev.lodestar.runtime.route;

/**
 * A view of the table.
 *
 * @param path the path of its shim and its stream
 * @param scope who shares a rendering
 * @param handler what opens it
 */
public record ViewRoute(String path, Scope scope, ViewHandler handler) {}
