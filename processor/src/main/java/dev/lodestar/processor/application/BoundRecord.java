package dev.lodestar.processor.application;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A record that is bound from signals.
 *
 * @param name its name
 * @param fields a field for each component, in order
 */
public record BoundRecord(ClassName name, List<Field> fields) {
    /** Copies the list. */
    public BoundRecord {
        fields = List.copyOf(fields);
    }
}
