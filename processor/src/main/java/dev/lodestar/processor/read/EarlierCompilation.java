package dev.lodestar.processor.read;

import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Compares this compilation with the previous one, whose classes are on the class path if a tool compiles only the
 * sources that changed. Without this check, {@code Main} would silently lose the classes that were left out.
 */
final class EarlierCompilation {
    private EarlierCompilation() {}

    static void check(AppClass app, AnnotatedElements annotated, Elements elements, Diagnostics diagnostics) {
        Set<TypeElement> given = annotated.types();
        Set<String> missing = new TreeSet<>();
        generated(app, elements)
                .flatMap(EarlierCompilation::mentioned)
                .filter(type -> !given.contains(type))
                .filter(type -> !AnnotatedElements.in(List.of(type)).types().isEmpty())
                .forEach(type -> missing.add(type.getSimpleName().toString()));
        if (!missing.isEmpty()) {
            diagnostics.error(
                    app.origin(),
                    Rule.PARTIAL_COMPILATION,
                    "Main also uses " + String.join(", ", missing)
                            + ", whose source is not part of this compilation, and"
                            + " would lose it. Compile all sources of the application together; if the source no longer"
                            + " exists, delete its class file.");
        }
    }

    /** The generated classes whose methods have a parameter for each handler class and template record. */
    private static Stream<TypeElement> generated(AppClass app, Elements elements) {
        Function<String, TypeElement> find =
                name -> elements.getTypeElement(app.name().peerClass(name).canonicalName());
        return Stream.concat(
                Stream.of("Routes", "Templates").map(find).filter(Objects::nonNull),
                Stream.iterate(1, i -> i + 1).map(i -> find.apply("Routes" + i)).takeWhile(Objects::nonNull));
    }

    private static Stream<TypeElement> mentioned(TypeElement generated) {
        return ElementFilter.methodsIn(generated.getEnclosedElements()).stream()
                .flatMap(method -> method.getParameters().stream())
                .map(Element::asType)
                .filter(type -> type.getKind() == TypeKind.DECLARED)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement());
    }
}
