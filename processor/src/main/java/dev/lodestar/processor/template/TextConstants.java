package dev.lodestar.processor.template;

import com.palantir.javapoet.FieldSpec;
import dev.lodestar.processor.code.RuntimeTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The constant texts of a renderer, each of them once. */
final class TextConstants {
    private final Map<String, String> names = new LinkedHashMap<>();

    /** The names of the constants that together are a text. */
    List<String> names(String text) {
        List<String> found = new ArrayList<>();
        for (String piece : JavaLiteral.pieces(text)) {
            found.add(names.computeIfAbsent(piece, p -> "TEXT_" + (names.size() + 1)));
        }
        return found;
    }

    List<FieldSpec> fields() {
        return names.entrySet().stream()
                .map(entry -> field(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static FieldSpec field(String name, String text) {
        return FieldSpec.builder(byte[].class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.utf8($L)", RuntimeTypes.HTML_OUTPUT, JavaLiteral.of(text))
                .build();
    }
}
