package dev.lodestar.processor.type;

import com.palantir.javapoet.ClassName;
import java.util.Map;

/**
 * Every record that the application's templates and binders can reach.
 *
 * @param byName the records by name
 */
public record RecordTypes(Map<ClassName, RecordType> byName) {
    /** Copies the map. */
    public RecordTypes {
        byName = Map.copyOf(byName);
    }

    /**
     * Returns the record that a {@link ValueType.RecordOf} names.
     *
     * @throws IllegalArgumentException if it is unknown, which is a bug in the code that read the types
     */
    public RecordType get(ClassName name) {
        RecordType type = byName.get(name);
        if (type == null) {
            throw new IllegalArgumentException("The record " + name + " was not read.");
        }
        return type;
    }
}
