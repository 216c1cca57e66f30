package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.step.Iteration;
import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.TemplateTypes;
import dev.lodestar.processor.template.step.Value;
import dev.lodestar.processor.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What names mean at a point in a template: Mustache's stack of contexts.
 *
 * @param frames the values that sections have pushed, innermost first, without those that no name can reach any more;
 *     this keeps the number of possible contexts finite, however deeply a partial contains itself
 * @param known components that are already in a local and not null
 * @param iteration the locals of the innermost section over several values, if there is one
 */
record Context(List<Local> frames, Map<Part, Local> known, Optional<Iteration> iteration) {
    Context {
        frames = List.copyOf(frames);
        known = Map.copyOf(known);
    }

    /** A component of the record in a local. */
    record Part(Local base, String component) {}

    static Context of(List<Local> frames) {
        return new Context(frames, Map.of(), Optional.empty());
    }

    Local innermost() {
        return frames.get(0);
    }

    /**
     * This context with one more value. A record hides every other one of its type, and only values with names are
     * looked into again.
     */
    Context push(Local local) {
        List<Local> pushed = new ArrayList<>();
        pushed.add(local);
        for (Local frame : frames) {
            if (frame != local
                    && TemplateTypes.hasNames(frame.type())
                    && !frame.type().equals(local.type())) {
                pushed.add(frame);
            }
        }
        return new Context(pushed, known, iteration);
    }

    /** The same context in a section over several values. */
    Context with(Iteration inside) {
        return new Context(frames, known, Optional.of(inside));
    }

    Context outsideOfLists() {
        return new Context(frames, known, Optional.empty());
    }

    /** The same context in another method, which receives it as parameters. */
    Context parameters() {
        return new Context(
                frames.stream().map(Local::parameter).toList(), Map.of(), iteration.map(Iteration::parameters));
    }

    /** All locals of the context. */
    List<Local> locals() {
        return Stream.concat(frames.stream(), iteration.stream().flatMap(i -> i.locals().stream()))
                .toList();
    }

    /** The same context with a component held in a local. */
    Context with(Value value, Local local) {
        if (value.component().isEmpty()) {
            return this;
        }
        Map<Part, Local> more = new HashMap<>(known);
        more.put(new Part(value.base(), value.component().get().name()), local);
        return new Context(frames, more, iteration);
    }

    /** The local that holds a component, if one does. */
    Optional<Local> local(Local base, String component) {
        return Optional.ofNullable(known.get(new Part(base, component)));
    }

    /** The types of the locals; two contexts with the same ones need only one method. */
    List<ValueType> types() {
        return locals().stream().map(Local::type).toList();
    }
}
