package dev.lodestar.processor.code;

import java.util.HashSet;
import java.util.Set;

/** Names the local variables that hold fields: like the fields, unless that name is taken. */
final class FieldVariables {
    private final Set<String> taken = new HashSet<>(FieldReading.LAMBDA_PARAMETERS);

    FieldVariables(Set<String> others) {
        taken.addAll(others);
    }

    String of(String field) {
        String name = field;
        while (!taken.add(name)) {
            name += "Value";
        }
        return name;
    }
}
