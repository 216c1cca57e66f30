package dev.lodestar.runtime.store.json;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record component that is missing in the stored text, which was written before the component existed.
 */
final class Missing {
    private static final Map<Class<?>, Object> VALUES = Map.of(
            String.class, "",
            Optional.class, Optional.empty(),
            List.class, List.of(),
            Collection.class, List.of(),
            Set.class, Set.of(),
            Map.class, Map.of());

    private Missing() {}

    static @Nullable Object of(Class<?> type) {
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        return VALUES.get(type);
    }
}
