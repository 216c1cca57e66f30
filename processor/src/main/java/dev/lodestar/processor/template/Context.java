package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What names mean at a place in a template: Mustache's stack of contexts.
 *
 * @param frames the values that sections have pushed, the innermost first; those that no name can reach any more are
 *     left out, which makes the number of possible contexts finite, however deep a partial contains itself
 * @param known components that already are in a local, and not null
 * @param iteration where the innermost section over several values is, if there is one
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
     * Inside of this context, with one value more. A record hides every other one of its type; only what
     * has names is ever looked into again.
     */
    Context push(Local local) {
        List<Local> pushed = new ArrayList<>();
        pushed.add(local);
        for (Local frame : frames) {
            if (frame != local && Types.hasNames(frame.type()) && !frame.type().equals(local.type())) {
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

    /** The same context in another method, which has it as its parameters. */
    Context parameters() {
        return new Context(
                frames.stream().map(Local::parameter).toList(), Map.of(), iteration.map(Iteration::parameters));
    }

    /** All locals of the context. */
    List<Local> locals() {
        return Stream.concat(frames.stream(), iteration.stream().flatMap(i -> i.locals().stream()))
                .toList();
    }

    /** The same context with a component in a local. */
    Context with(Value value, Local local) {
        if (value.component().isEmpty()) {
            return this;
        }
        Map<Part, Local> more = new HashMap<>(known);
        more.put(new Part(value.base(), value.component().get().name()), local);
        return new Context(frames, more, iteration);
    }

    /** The local that a component is in, if it is. */
    Optional<Local> local(Local base, String component) {
        return Optional.ofNullable(known.get(new Part(base, component)));
    }

    /** The types of the locals, by which two contexts are alike. */
    List<ValueType> types() {
        return locals().stream().map(Local::type).toList();
    }
}
