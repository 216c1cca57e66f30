package dev.lodestar.processor.application;

import dev.lodestar.processor.diagnostic.Origin;
import java.util.List;

/**
 * A method that performs an action.
 *
 * @param name the action's name
 * @param arguments what it is called with, in order
 * @param replies whether it returns a {@code Reply} rather than nothing
 * @param refresh the paths of the views to refresh; empty for all views
 * @param crossOrigin whether requests from other sites run it too
 * @param origin the annotation's value
 */
public record ActionMethod(
        String name,
        Method method,
        List<Argument> arguments,
        boolean replies,
        List<String> refresh,
        boolean crossOrigin,
        Origin origin) {
    /** Copies the lists. */
    public ActionMethod {
        arguments = List.copyOf(arguments);
        refresh = List.copyOf(refresh);
    }

    /** The path that runs the action. It depends on the name only, so it is the same in every build. */
    public String path() {
        return "/a/" + ContentHash.of(name);
    }
}
