package dev.lodestar.processor.read;

import dev.lodestar.Action;
import dev.lodestar.Connected;
import dev.lodestar.Disconnected;
import dev.lodestar.Every;
import dev.lodestar.Query;
import dev.lodestar.Signal;
import dev.lodestar.View;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.lang.annotation.Annotation;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Reports {@code @Query} and {@code @Signal} where no request comes: outside of handlers. */
final class StrayParameters {
    private StrayParameters() {}

    static void check(AnnotatedElements annotated, Diagnostics diagnostics) {
        for (Class<? extends Annotation> annotation : List.of(Query.class, Signal.class)) {
            for (Element parameter : annotated.with(annotation)) {
                Element method = parameter.getEnclosingElement();
                if (!isHandler(method)) {
                    diagnostics.error(
                            ElementOrigin.of(parameter, annotation, ""),
                            Rule.STRAY_PARAMETER,
                            "@" + annotation.getSimpleName() + " stands on a parameter of "
                                    + described(method) + ", which no request calls. It"
                                    + " belongs on a parameter of a @View or @Action method, which can pass the value on.");
                }
            }
        }
    }

    private static String described(Element method) {
        return method.getKind() == ElementKind.CONSTRUCTOR
                ? "the constructor of " + method.getEnclosingElement().getSimpleName()
                : ElementOrigin.of(method).label();
    }

    /** A clock is one here, because it has an error of its own; and a record's component may say where it is bound from. */
    private static boolean isHandler(Element method) {
        Element type = method.getEnclosingElement();
        return has(method, View.class)
                || has(method, Action.class)
                || has(method, Every.class)
                || has(method, Connected.class)
                || has(method, Disconnected.class)
                || type.getKind() == ElementKind.RECORD && method.getKind() == ElementKind.CONSTRUCTOR
                || has(type, View.class) && method.getSimpleName().contentEquals("render")
                || has(type, Action.class) && method.getSimpleName().contentEquals("handle");
    }

    private static boolean has(Element element, Class<? extends Annotation> annotation) {
        return element.getAnnotation(annotation) != null;
    }
}
