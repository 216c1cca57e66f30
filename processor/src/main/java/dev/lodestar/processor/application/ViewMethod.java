package dev.lodestar.processor.application;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.diagnostic.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A method that renders a view.
 *
 * @param path the path of its page
 * @param title the title of its page, or empty for the application's
 * @param arguments what it is called with, in order
 * @param reads the prefixes of the keys that it reads from the store; empty for all keys
 * @param record the template record that it returns, or empty if it returns {@code Html}
 * @param origin the annotation's value
 */
public record ViewMethod(
        String path,
        String title,
        Method method,
        List<Argument> arguments,
        List<String> reads,
        Optional<ClassName> record,
        Origin origin) {
    /** Copies the lists. */
    public ViewMethod {
        arguments = List.copyOf(arguments);
        reads = List.copyOf(reads);
    }

    /** Who can share a rendering. It follows from the arguments. */
    public Sharing sharing() {
        if (arguments.isEmpty()) {
            return Sharing.EVERYBODY;
        }
        return arguments.stream().allMatch(a -> a instanceof Argument.FromQuery)
                ? Sharing.SAME_QUERY
                : Sharing.ONE_CONNECTION;
    }

    /** Who can share one rendering. */
    public enum Sharing {
        EVERYBODY,
        SAME_QUERY,
        ONE_CONNECTION
    }
}
