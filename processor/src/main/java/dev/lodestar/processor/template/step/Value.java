package dev.lodestar.processor.template.step;

import dev.lodestar.processor.type.RecordType.Component;
import dev.lodestar.processor.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * A value that a renderer reads: a local, or a component of the record in it.
 *
 * @param base the local
 * @param component the component, or empty for the local itself
 * @param guarded whether the local, and with it the value, may be null
 */
public record Value(Local base, Optional<Component> component, boolean guarded) {
    public static Value of(Local local) {
        return new Value(local, Optional.empty(), false);
    }

    public ValueType type() {
        return component.map(Component::type).orElse(base.type());
    }

    /** Names for a local that holds it. */
    public List<String> names() {
        return List.of(component.map(Component::name).orElse("value"));
    }
}
