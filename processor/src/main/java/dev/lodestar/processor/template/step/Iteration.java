package dev.lodestar.processor.template.step;

import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * The position in a section over several values: what {@code {{-first}}}, {@code {{-last}}} and {@code {{-index}}} mean
 * there.
 *
 * @param first whether the current element is the first
 * @param last whether it is the last
 * @param index its index, from 1
 */
public record Iteration(Local first, Local last, Local index) {
    public static final List<String> NAMES = List.of("-first", "-last", "-index");

    public static Iteration begin() {
        return new Iteration(
                new Local(Scalar.BOOLEAN, List.of("first", "isFirst"), false),
                new Local(Scalar.BOOLEAN, List.of("last", "isLast"), false),
                new Local(Scalar.INT, List.of("index"), false));
    }

    public static boolean isName(String name) {
        return name.startsWith("-");
    }

    public Optional<Local> local(String name) {
        int at = NAMES.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(locals().get(at));
    }

    public List<Local> locals() {
        return List.of(first, last, index);
    }

    /** The same position as parameters of another method. */
    public Iteration parameters() {
        return new Iteration(first.parameter(), last.parameter(), index.parameter());
    }
}
