package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * Where a section over several values is: what {@code {{-first}}}, {@code {{-last}}} and {@code {{-index}}} mean in it.
 *
 * @param first whether the current element is the first
 * @param last whether it is the last
 * @param index its number, from 1
 */
record Iteration(Local first, Local last, Local index) {
    static final List<String> NAMES = List.of("-first", "-last", "-index");

    static Iteration begin() {
        return new Iteration(
                new Local(Scalar.BOOLEAN, List.of("first", "isFirst"), false),
                new Local(Scalar.BOOLEAN, List.of("last", "isLast"), false),
                new Local(Scalar.INT, List.of("index"), false));
    }

    static boolean isName(String name) {
        return name.startsWith("-");
    }

    Optional<Local> local(String name) {
        int at = NAMES.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(locals().get(at));
    }

    List<Local> locals() {
        return List.of(first, last, index);
    }

    /** The same as the parameters of another method. */
    Iteration parameters() {
        return new Iteration(first.parameter(), last.parameter(), index.parameter());
    }
}
