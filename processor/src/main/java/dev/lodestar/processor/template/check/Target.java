package dev.lodestar.processor.template.check;

import dev.lodestar.processor.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * What a reference leads to.
 *
 * @param url text that needs no escaping in element content, in a quoted attribute and in a JavaScript string literal
 * @param parameters the query parameters that its handler declares, in order
 * @param isOpen whether its handler takes the whole request, and so may read other parameters as well
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

    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
