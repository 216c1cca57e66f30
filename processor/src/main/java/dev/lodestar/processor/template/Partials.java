package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The methods of a renderer's partials: one for each way in which a partial is used. A partial that contains itself
 * calls the method that is being made; it keeps the indentation of that one, since it would otherwise need a method
 * for each depth.
 */
final class Partials {
    private static final int MAX_DEPTH = 50;

    private final Map<Use, Made> made = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int sections;

    /**
     * How a partial is used.
     *
     * @param types the types of the context around it
     * @param place the place in the HTML where it begins
     * @param blocks what fills its blocks
     */
    record Use(String path, String indentation, List<ValueType> types, Place place, Blocks blocks) {
        boolean isRecursionOf(Use other) {
            return path.equals(other.path)
                    && types.equals(other.types)
                    && place.equals(other.place)
                    && blocks.equals(other.blocks);
        }
    }

    /**
     * A method.
     *
     * @param end the place in the HTML where it ends
     */
    record Made(RenderMethod method, Place end) {}

    /** A method that is being made, and in how many sections the tag was that asked for it. */
    private record Open(Use use, int sections) {}

    /** Notes that what follows is in one more section, in which a partial may contain itself. */
    void enterSection() {
        sections++;
    }

    void leaveSection() {
        sections--;
    }

    /**
     * The method for a use, if there is one.
     *
     * @throws Refusal if the partial contains itself in a way that does not end
     */
    Optional<Made> find(Use use) throws Refusal {
        for (Open outer : open) {
            if (use.isRecursionOf(outer.use())) {
                if (outer.sections() == sections) {
                    throw new Refusal(
                            "The partial " + use.path() + " contains itself and would never end. Put this tag into a"
                                    + " section, such as one of the next level's elements.");
                }
                return Optional.of(made.get(outer.use()));
            }
        }
        if (open.size() == MAX_DEPTH) {
            throw new Refusal(
                    "Partials contain each other more than " + MAX_DEPTH + " deep here. One that contains itself must"
                            + " do so in the same place of the HTML in which it begins.");
        }
        return Optional.ofNullable(made.get(use));
    }

    /** Begins a method, which until it ends is taken to end where it begins. */
    RenderMethod begin(Use use, List<Local> parameters) {
        RenderMethod method = new RenderMethod(Names.ofPartial(use.path()), parameters);
        made.put(use, new Made(method, use.place()));
        open.push(new Open(use, sections));
        return method;
    }

    /** Ends the method that was begun last. */
    void end(Body body) {
        Use use = open.pop().use();
        RenderMethod method = made.get(use).method();
        method.setSteps(body.steps());
        made.put(use, new Made(method, body.end()));
    }
}
