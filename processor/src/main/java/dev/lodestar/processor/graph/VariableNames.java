package dev.lodestar.processor.graph;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names the variable of each object of the graph after its type, as a person would. */
final class VariableNames {
    // The variables that Main has anyway.
    private final Set<String> taken = new HashSet<>(Set.of("config", "server", "routes", "failure"));

    String forType(TypeName type) {
        String simple = simpleName(type);
        String base = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
        if (SourceVersion.isKeyword(base)) {
            base = base + "Object";
        }
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + i;
        }
        return name;
    }

    private static String simpleName(TypeName type) {
        if (type instanceof ClassName name) {
            return name.simpleName();
        }
        if (type instanceof ParameterizedTypeName parameterized) {
            return parameterized.rawType().simpleName();
        }
        if (type instanceof ArrayTypeName array) {
            return simpleName(array.componentType()) + "s";
        }
        return type.withoutAnnotations().toString();
    }
}
