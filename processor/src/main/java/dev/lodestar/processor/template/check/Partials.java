package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.place.Place;
import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.RenderMethod;
import dev.lodestar.processor.template.step.SuggestedNames;
import dev.lodestar.processor.type.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The methods of a renderer's partials: one for each way in which a partial is used. A partial that contains itself
 * calls the method being made, and keeps its indentation, since it would otherwise need a method for each depth.
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

    /** A method being made, and how many sections enclose the tag that asked for it. */
    private record Open(Use use, int sections) {}

    /** Enters a section, in which a partial may contain itself. */
    void enterSection() {
        sections++;
    }

    void leaveSection() {
        sections--;
    }

    /**
     * The method for a use, if it exists.
     *
     * @throws Refusal if the partial contains itself without end
     */
    Optional<Made> find(Use use) throws Refusal {
        for (Open outer : open) {
            if (use.isRecursionOf(outer.use())) {
                if (outer.sections() == sections) {
                    throw new Refusal(
                            "The partial " + use.path() + " contains itself and would never end. Put this tag in a"
                                    + " section, such as one that iterates over the children of a node.");
                }
                return Optional.of(made.get(outer.use()));
            }
        }
        if (open.size() == MAX_DEPTH) {
            throw new Refusal("Partials are nested more than " + MAX_DEPTH + " deep here. One that contains itself must"
                    + " do so at a place in the HTML like the one where it begins.");
        }
        return Optional.ofNullable(made.get(use));
    }

    /** Begins a method. Until it is finished, it is assumed to end at the place where it begins. */
    RenderMethod begin(Use use, List<Local> parameters) {
        RenderMethod method = new RenderMethod(SuggestedNames.ofPartial(use.path()), parameters);
        made.put(use, new Made(method, use.place()));
        open.push(new Open(use, sections));
        return method;
    }

    /** Finishes the method that was begun last. */
    void end(Body body) {
        Use use = open.pop().use();
        RenderMethod method = made.get(use).method();
        method.setSteps(body.steps());
        made.put(use, new Made(method, body.end()));
    }
}
