package dev.lodestar.processor.read;

import dev.lodestar.processor.diagnostic.Origin;
import dev.lodestar.processor.diagnostic.Problem;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * An element of the source, an annotation on it, or one of the annotation's values.
 *
 * @param annotation the annotation, or null for the element itself
 * @param value the annotation's value, or null for the whole annotation
 */
public record ElementOrigin(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) implements Origin {

    /** The element itself. */
    public static ElementOrigin of(Element element) {
        return new ElementOrigin(placed(element), null, null);
    }

    /**
     * A value of an annotation; the annotation itself if the value is left to its default, and the element if it does
     * not have the annotation.
     */
    static ElementOrigin of(Element element, Class<? extends Annotation> annotation, String value) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(annotation.getCanonicalName())) {
                return placed(element).equals(element)
                        ? new ElementOrigin(element, mirror, valueOf(mirror, value))
                        : of(element);
            }
        }
        return of(element);
    }

    // The compiler has no position for a record's component, but it has one for the component's field: the same.
    private static Element placed(Element element) {
        return element.getKind() != ElementKind.RECORD_COMPONENT
                ? element
                : ElementFilter.fieldsIn(element.getEnclosingElement().getEnclosedElements()).stream()
                        .filter(field -> field.getSimpleName().equals(element.getSimpleName()))
                        .map(Element.class::cast)
                        .findFirst()
                        .orElse(element);
    }

    private static @Nullable AnnotationValue valueOf(AnnotationMirror mirror, String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Prints a problem at its place in the source. */
    public static void print(Problem problem, Messager messager) {
        Diagnostic.Kind kind = switch (problem.severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
        };
        if (problem.origin() instanceof ElementOrigin origin) {
            messager.printMessage(kind, problem.text(), origin.element, origin.annotation, origin.value);
        } else {
            messager.printMessage(kind, problem.text());
        }
    }

    @Override
    public Origin at(String name, String item) {
        AnnotationValue found = annotation == null ? null : valueOf(annotation, name);
        if (found == null) {
            return this;
        }
        if (found.getValue() instanceof List<?> items) {
            for (Object each : items) {
                if (each instanceof AnnotationValue written && item.equals(written.getValue())) {
                    return new ElementOrigin(element, annotation, written);
                }
            }
        }
        return new ElementOrigin(element, annotation, found);
    }

    @Override
    public String label() {
        if (element instanceof ExecutableElement method && element.getKind() == ElementKind.METHOD) {
            return method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName() + "()";
        }
        return element.getSimpleName().toString();
    }
}
