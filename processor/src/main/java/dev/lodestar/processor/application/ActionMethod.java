package dev.lodestar.processor.application;

import dev.lodestar.processor.diagnostic.Origin;
import java.util.List;

/**
 * A method that does an action.
 *
 * @param name the action's name
 * @param arguments what it is called with
 * @param replies whether it returns a {@code Reply}; otherwise it returns nothing
 * @param refresh the paths of the views to refresh; empty for all
 * @param crossOrigin whether requests of other sites run it, too
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

    /** The path that runs the action: the same in every build, and nothing that a person would want to type. */
    public String path() {
        return "/a/" + ContentHash.of(name);
    }
}
