package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.RecordOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What names mean at a place in a template: Mustache's stack of contexts.
 *
 * @param frames the values that sections have pushed, the innermost first; those that no name can reach any more are
 *     left out, which makes the number of possible contexts finite, however deep a partial contains itself
 * @param known components that already are in a local, and not null
 */
record Context(List<Local> frames, Map<Part, Local> known) {
    Context {
        frames = List.copyOf(frames);
        known = Map.copyOf(known);
    }

    /** A component of the record in a local. */
    record Part(Local base, String component) {}

    static Context of(List<Local> frames) {
        return new Context(frames, Map.of());
    }

    Local innermost() {
        return frames.get(0);
    }

    /**
     * Inside of this context, with one value more. A record hides every other one of its type; only a record has
     * names.
     */
    Context push(Local local) {
        List<Local> pushed = new ArrayList<>();
        pushed.add(local);
        for (Local frame : frames) {
            if (frame != local
                    && frame.type() instanceof RecordOf
                    && !frame.type().equals(local.type())) {
                pushed.add(frame);
            }
        }
        return new Context(pushed, known);
    }

    /** The same context with a component in a local. */
    Context with(Value value, Local local) {
        if (value.component().isEmpty()) {
            return this;
        }
        Map<Part, Local> more = new HashMap<>(known);
        more.put(new Part(value.base(), value.component().get().name()), local);
        return new Context(frames, more);
    }

    /** The local that a component is in, if it is. */
    Optional<Local> local(Local base, String component) {
        return Optional.ofNullable(known.get(new Part(base, component)));
    }

    /** The types of the frames, by which two contexts are alike. */
    List<ValueType> types() {
        return frames.stream().map(Local::type).toList();
    }
}
