package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * What a reference leads to.
 *
 * @param url text that can stand in element content, in a quoted attribute and in a JavaScript string literal as it is
 * @param parameters what its handler declares to take from the query, in the order of the declaration
 * @param isOpen whether its handler takes the whole request, and so may read other parameters too
 */
public record Target(String url, List<Parameter> parameters, boolean isOpen) {
    /** Copies the list. */
    public Target {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter of the query.
     *
     * @param type the type that the handler declares
     */
    public record Parameter(String name, ValueType type) {
        /** Whether a request without it is refused. */
        boolean isRequired() {
            return !(type instanceof ValueType.OptionalOf || type instanceof ValueType.Many);
        }
    }

    Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
