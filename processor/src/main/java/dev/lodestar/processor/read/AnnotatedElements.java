package dev.lodestar.processor.read;

import dev.lodestar.App;
import dev.lodestar.processor.diagnostic.Origin;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The elements that have annotations of the API.
 *
 * @param byAnnotation the elements with each annotation, in source order
 */
public record AnnotatedElements(Map<Class<? extends Annotation>, List<Element>> byAnnotation) {
    /**
     * Collects the annotated elements in these types and in the types nested in them.
     *
     * @param types top-level types
     */
    public static AnnotatedElements in(Collection<TypeElement> types) {
        Map<Class<? extends Annotation>, List<Element>> byAnnotation = new LinkedHashMap<>();
        types.forEach(type -> collect(type, byAnnotation));
        return new AnnotatedElements(byAnnotation);
    }

    private static void collect(Element element, Map<Class<? extends Annotation>, List<Element>> byAnnotation) {
        for (KnownAnnotation<?> annotation : AnnotationRegistry.ALL) {
            if (annotation.fits(element.getKind()) && annotation.isOn(element)) {
                byAnnotation
                        .computeIfAbsent(annotation.type(), a -> new ArrayList<>())
                        .add(element);
            }
        }
        if (element instanceof TypeElement) {
            element.getEnclosedElements().forEach(member -> collect(member, byAnnotation));
        }
        if (element instanceof ExecutableElement method) {
            method.getParameters().forEach(parameter -> collect(parameter, byAnnotation));
        }
    }

    /** The elements with this annotation. */
    List<Element> with(Class<? extends Annotation> annotation) {
        return byAnnotation.getOrDefault(annotation, List.of());
    }

    /** Some handler, if there is one: it needs an application. */
    Optional<Element> firstHandler() {
        return AnnotationRegistry.handlers()
                .flatMap(handler -> with(handler.type()).stream())
                .findFirst();
    }

    /** The application's class, or some other annotated element if there is none. */
    public Origin origin() {
        return Stream.concat(with(App.class).stream(), all())
                .findFirst()
                .map(ElementOrigin::of)
                .orElseThrow();
    }

    /** The types that contain the elements, for build tools to know where the generated code comes from. */
    public Set<TypeElement> types() {
        return all().map(AnnotatedElements::owner).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Element> all() {
        return byAnnotation.values().stream().flatMap(List::stream);
    }

    /**
     * The elements whose signature or annotations refer to something that does not exist, or not yet: another processor
     * may generate it in this round.
     */
    public List<Element> unresolved() {
        return all().filter(element -> hasUnknownType(element) || hasUnknownValue(element))
                .distinct()
                .toList();
    }

    /** Whether any signature refers to a type that does not exist, or not yet. */
    public boolean hasUnknownTypes() {
        return all().anyMatch(AnnotatedElements::hasUnknownType);
    }

    /**
     * Whether the value of any annotation is unknown, or not known yet: for example, a path that is given as a constant
     * of {@code Views}.
     */
    public boolean hasUnknownValues() {
        return all().anyMatch(AnnotatedElements::hasUnknownValue);
    }

    private static boolean hasUnknownType(Element element) {
        return mentioned(element).anyMatch(AnnotatedElements::isMissing);
    }

    private static boolean hasUnknownValue(Element element) {
        return element.getAnnotationMirrors().stream()
                .flatMap(annotation -> annotation.getElementValues().values().stream())
                .anyMatch(AnnotationTexts::isUnknown);
    }

    private static Stream<TypeMirror> mentioned(Element element) {
        if (element instanceof ExecutableElement method) {
            return Stream.concat(Stream.of(method.getReturnType()), parameterTypes(method));
        }
        List<? extends Element> members = element.getEnclosedElements();
        return Stream.concat(
                ElementFilter.recordComponentsIn(members).stream().map(Element::asType),
                ElementFilter.constructorsIn(members).stream().flatMap(AnnotatedElements::parameterTypes));
    }

    private static Stream<TypeMirror> parameterTypes(ExecutableElement method) {
        return method.getParameters().stream().map(VariableElement::asType);
    }

    private static boolean isMissing(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(AnnotatedElements::isMissing);
    }

    /** The type that an element belongs to; a type belongs to itself. */
    static TypeElement owner(Element element) {
        return element instanceof TypeElement type ? type : owner(element.getEnclosingElement());
    }
}
