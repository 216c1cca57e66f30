package dev.lodestar.processor.application;

import dev.lodestar.processor.type.ValueType;
import java.util.List;

/**
 * A value that is read from a request: for a handler's parameter, or for a component of a record.
 *
 * @param variable the name of the parameter or the component
 * @param name its dotted name in the request
 * @param limits the limits that it must satisfy, in the order in which they are checked
 */
public record Field(String variable, String name, ValueType type, List<Limit> limits) {
    /** Copies the list. */
    public Field {
        limits = List.copyOf(limits);
    }
}
