package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The methods of a renderer's partials: one for each way in which a partial is used. A partial that contains itself calls
 * the method that is being made; it keeps the indentation of that one, since it would otherwise need a method for each depth.
 */
final class Partials {
    private final Map<Use, Made> made = new HashMap<>();
    private final Deque<Use> open = new ArrayDeque<>();

    /**
     * How a partial is used.
     *
     * @param types the types of the context around it
     * @param place the place in the HTML where it begins
     */
    record Use(String path, String indentation, List<ValueType> types, Place place) {
        boolean isRecursionOf(Use other) {
            return path.equals(other.path) && types.equals(other.types) && place.equals(other.place);
        }
    }

    /**
     * A method.
     *
     * @param end the place in the HTML where it ends
     */
    record Made(RenderMethod method, Place end) {}

    Optional<Made> find(Use use) {
        return open.stream()
                .filter(use::isRecursionOf)
                .findFirst()
                .or(() -> Optional.of(use))
                .map(made::get);
    }

    /** Begins a method, which until it ends is taken to end where it begins. */
    RenderMethod begin(Use use, List<Local> parameters) {
        RenderMethod method = new RenderMethod(Names.ofPartial(use.path()), parameters);
        made.put(use, new Made(method, use.place()));
        open.push(use);
        return method;
    }

    /** Ends the method that was begun last. */
    void end(Body body) {
        RenderMethod method = made.get(open.peek()).method();
        method.setSteps(body.steps());
        made.put(open.pop(), new Made(method, body.end()));
    }
}
