package dev.lodestar.processor.read;

import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.read.KnownAnnotation.Handler;
import dev.lodestar.processor.read.KnownAnnotation.OfRequestValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Reports annotations of request values on parameters that no request fills, where they would silently have no effect.
 * All other annotations are reported by what reads them.
 */
final class MisplacedAnnotations {
    private MisplacedAnnotations() {}

    static void check(AnnotatedElements annotated, Diagnostics diagnostics) {
        AnnotationRegistry.ofRequestValues()
                .forEach(annotation -> annotated.with(annotation.type()).stream()
                        .filter(element -> element.getKind() == ElementKind.PARAMETER)
                        .filter(parameter -> !isRead(parameter.getEnclosingElement()))
                        .forEach(parameter -> report(annotation, parameter, diagnostics)));
    }

    private static void report(OfRequestValue<?> annotation, Element parameter, Diagnostics diagnostics) {
        diagnostics.error(
                ElementOrigin.of(parameter, annotation.type(), ""),
                Rule.STRAY_PARAMETER,
                "@" + annotation.type().getSimpleName() + " is on a parameter of "
                        + described(parameter.getEnclosingElement()) + ", which no request calls, so it has no effect."
                        + " Move it to a parameter of a @View or @Action method, which can pass the value on.");
    }

    private static String described(Element method) {
        return method.getKind() == ElementKind.CONSTRUCTOR
                ? "the constructor of " + method.getEnclosingElement().getSimpleName()
                : ElementOrigin.of(method).label();
    }

    /**
     * Whether a method's parameters are read: it is a handler, or a record's constructor, whose parameters are its
     * components.
     */
    private static boolean isRead(Element method) {
        Element type = method.getEnclosingElement();
        return type.getKind() == ElementKind.RECORD && method.getKind() == ElementKind.CONSTRUCTOR
                || AnnotationRegistry.handlers().anyMatch(handler -> isHandler(handler, method, type));
    }

    private static boolean isHandler(Handler<?> handler, Element method, Element type) {
        return handler.isOn(method)
                || handler.isOn(type) && method.getSimpleName().contentEquals(handler.methodOfClass());
    }
}
