package dev.lodestar.processor.read;

import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Compares the compilation with the one before, whose classes are on the class path where a tool compiles only the
 * sources that changed: {@code Main} would silently lose the classes that were left out.
 */
final class EarlierCompilation {
    // Their methods have a parameter for each class and record of the application.
    private static final List<String> GENERATED = List.of("Routes", "Templates");

    private EarlierCompilation() {}

    static void check(AppClass app, AnnotatedElements annotated, Elements elements, Diagnostics diagnostics) {
        Set<TypeElement> given = annotated.types();
        Set<String> missing = new TreeSet<>();
        GENERATED.stream()
                .map(name -> elements.getTypeElement(app.name().packageName() + "." + name))
                .flatMap(EarlierCompilation::mentioned)
                .filter(type -> !given.contains(type))
                .filter(type -> !AnnotatedElements.in(List.of(type)).types().isEmpty())
                .forEach(type -> missing.add(type.getSimpleName().toString()));
        if (!missing.isEmpty()) {
            diagnostics.error(
                    app.origin(),
                    Rule.PARTIAL_COMPILATION,
                    "Main was made from " + String.join(", ", missing)
                            + " too, which this compilation was not given the"
                            + " source of, and would lose it. Compile all sources of the application together; if the"
                            + " source is gone, delete its class file.");
        }
    }

    private static Stream<TypeElement> mentioned(TypeElement generated) {
        return generated == null
                ? Stream.empty()
                : ElementFilter.methodsIn(generated.getEnclosedElements()).stream()
                        .flatMap(method -> method.getParameters().stream())
                        .map(parameter -> parameter.asType())
                        .filter(type -> type.getKind() == TypeKind.DECLARED)
                        .map(type -> (TypeElement) ((DeclaredType) type).asElement());
    }
}
