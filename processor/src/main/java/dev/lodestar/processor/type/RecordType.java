package dev.lodestar.processor.type;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A record of the application.
 *
 * @param name its name
 * @param components its components, in order
 */
public record RecordType(ClassName name, List<Component> components) {
    /** Copies the list. */
    public RecordType {
        components = List.copyOf(components);
    }

    /** A component: its name, which is also the name of its accessor, and its type. */
    public record Component(String name, ValueType type) {}

    /** The component of this name, if there is one. */
    public Optional<Component> component(String name) {
        return components.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
