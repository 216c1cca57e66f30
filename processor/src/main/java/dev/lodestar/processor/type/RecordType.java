package dev.lodestar.processor.type;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A record of the application.
 *
 * @param name its name
 * @param components its components in their order
 */
public record RecordType(ClassName name, List<Component> components) {
    /** Copies the list. */
    public RecordType {
        components = List.copyOf(components);
    }

    /** One component: its name, which is its accessor's name too, and its type. */
    public record Component(String name, ValueType type) {}

    /** The component of this name, if there is one. */
    public Optional<Component> component(String name) {
        return components.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
