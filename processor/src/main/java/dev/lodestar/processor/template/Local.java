package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType;
import java.util.List;

/** A local variable or parameter of a renderer. Two are the same only if they are one instance. */
final class Local {
    private final ValueType type;
    private final List<String> names;
    private final boolean nullable;

    /**
     * @param type the type of what it holds; what an {@code Optional} holds, or null, rather than that itself
     * @param names what it may be called, the best name first
     * @param nullable whether it may be null where it is used
     */
    Local(ValueType type, List<String> names, boolean nullable) {
        this.type = type;
        this.names = List.copyOf(names);
        this.nullable = nullable;
    }

    ValueType type() {
        return type;
    }

    List<String> names() {
        return names;
    }

    boolean isNullable() {
        return nullable;
    }

    /** The parameter that takes this one in another method. */
    Local parameter() {
        return new Local(type, names, nullable);
    }
}
