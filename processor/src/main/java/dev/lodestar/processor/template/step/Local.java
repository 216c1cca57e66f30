package dev.lodestar.processor.template.step;

import dev.lodestar.processor.type.ValueType;
import java.util.List;

/** A local variable or parameter of a renderer, compared by identity. */
public final class Local {
    private final ValueType type;
    private final List<String> names;
    private final boolean nullable;

    /**
     * @param type the type of its value; for an {@code Optional}, the type of what that holds, or null if it is empty
     * @param names what it may be called, best first
     * @param nullable whether it may be null where it is used
     */
    public Local(ValueType type, List<String> names, boolean nullable) {
        this.type = type;
        this.names = List.copyOf(names);
        this.nullable = nullable;
    }

    public ValueType type() {
        return type;
    }

    public List<String> names() {
        return names;
    }

    public boolean isNullable() {
        return nullable;
    }

    /** The parameter of another method that takes its value. */
    public Local parameter() {
        return new Local(type, names, nullable);
    }
}
