package dev.lodestar.processor.template.mark;

import dev.lodestar.processor.template.step.RenderMethod;
import dev.lodestar.processor.template.step.Step;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Marks in a renderer where the elements with ids begin and end, from which the runtime makes pieces. It adds no marks
 * unless it is certain, whatever the sections decide, that pieces have the same effect as the whole page; the package
 * {@code piece} of the runtime says what that takes.
 */
public final class ElementMarks {
    private final Map<Step.Text, MarkedText> texts = new IdentityHashMap<>();

    private final Set<RenderMethod> marked = new HashSet<>();

    private ElementMarks() {}

    /** Marks the elements of a renderer if {@link ElementReader} finds all of its markup clear. */
    public static void addTo(RenderMethod render) {
        try {
            ElementMarks marks = new ElementMarks();
            ElementReader.read(render).forEach(marks::put);
            marks.addIn(render);
        } catch (Unclear unclear) {
            // The page is always sent whole.
        }
    }

    /** Records the marks of a text, which must be the same wherever the text is used. */
    private void put(MarkedText marked) {
        MarkedText other = texts.putIfAbsent(marked.text(), marked);
        Unclear.unless(other == null || other.marks().equals(marked.marks()));
    }

    private void addIn(RenderMethod method) {
        if (marked.add(method)) {
            method.setSteps(in(method.steps()));
        }
    }

    private List<Step> in(List<Step> steps) {
        return steps.stream().flatMap(this::in).toList();
    }

    private Stream<Step> in(Step step) {
        if (step instanceof Step.Text text) {
            return texts.containsKey(text) ? texts.get(text).steps().stream() : Stream.of(step);
        }
        if (step instanceof Step.Choice choice) {
            return Stream.of(
                    new Step.Choice(choice.lets(), choice.condition(), in(choice.then()), in(choice.otherwise())));
        }
        if (step instanceof Step.Call call) {
            addIn(call.method());
        }
        return Stream.of(
                step instanceof Step.Each each
                        ? new Step.Each(each.values(), each.element(), each.iteration(), in(each.body()))
                        : step);
    }
}
