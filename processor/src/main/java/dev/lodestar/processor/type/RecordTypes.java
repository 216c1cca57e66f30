package dev.lodestar.processor.type;

import com.palantir.javapoet.ClassName;
import java.util.Map;

/**
 * Every record that the application's templates and binders can reach.
 *
 * @param byName the records by their names
 */
public record RecordTypes(Map<ClassName, RecordType> byName) {
    /** Copies the map. */
    public RecordTypes {
        byName = Map.copyOf(byName);
    }

    /**
     * Gives a record that a {@link ValueType.RecordOf} names.
     *
     * @throws IllegalArgumentException if it is unknown, which means that whoever read the types left it out
     */
    public RecordType get(ClassName name) {
        RecordType type = byName.get(name);
        if (type == null) {
            throw new IllegalArgumentException("The record " + name + " was not read.");
        }
        return type;
    }
}
