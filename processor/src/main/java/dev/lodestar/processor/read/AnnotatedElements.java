package dev.lodestar.processor.read;

import dev.lodestar.Action;
import dev.lodestar.App;
import dev.lodestar.Connected;
import dev.lodestar.Disconnected;
import dev.lodestar.Every;
import dev.lodestar.Provides;
import dev.lodestar.Query;
import dev.lodestar.Signal;
import dev.lodestar.Template;
import dev.lodestar.View;
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
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The elements that have our annotations.
 *
 * @param byAnnotation in the order of the source
 */
public record AnnotatedElements(Map<Class<? extends Annotation>, List<Element>> byAnnotation) {
    /** The annotations that stand on types and methods. */
    public static final Set<Class<? extends Annotation>> ANNOTATIONS = Set.of(
            App.class,
            View.class,
            Action.class,
            Every.class,
            Connected.class,
            Disconnected.class,
            Provides.class,
            Template.class);

    private static final Set<Class<? extends Annotation>> ON_PARAMETERS = Set.of(Query.class, Signal.class);

    /**
     * Collects the elements in these types and in the types nested in them.
     *
     * @param types top-level types
     */
    public static AnnotatedElements in(Collection<TypeElement> types) {
        Map<Class<? extends Annotation>, List<Element>> byAnnotation = new LinkedHashMap<>();
        types.forEach(type -> collect(type, byAnnotation));
        return new AnnotatedElements(byAnnotation);
    }

    private static void collect(Element element, Map<Class<? extends Annotation>, List<Element>> byAnnotation) {
        for (Class<? extends Annotation> annotation :
                element.getKind() == ElementKind.PARAMETER ? ON_PARAMETERS : ANNOTATIONS) {
            if (element.getAnnotation(annotation) != null) {
                byAnnotation.computeIfAbsent(annotation, a -> new ArrayList<>()).add(element);
            }
        }
        if (element instanceof TypeElement) {
            element.getEnclosedElements().forEach(member -> collect(member, byAnnotation));
        }
        if (element instanceof ExecutableElement method) {
            method.getParameters().forEach(parameter -> collect(parameter, byAnnotation));
        }
    }

    /** Those with this annotation. */
    List<Element> with(Class<? extends Annotation> annotation) {
        return byAnnotation.getOrDefault(annotation, List.of());
    }

    /** Any one that needs an application around it. */
    Optional<Element> first() {
        return Stream.of(View.class, Action.class, Every.class, Connected.class, Disconnected.class)
                .flatMap(annotation -> with(annotation).stream())
                .findFirst();
    }

    /** The application's class; some element where there is none. */
    public Origin origin() {
        return Stream.concat(with(App.class).stream(), all())
                .findFirst()
                .map(ElementOrigin::of)
                .orElseThrow();
    }

    /** The classes of all elements, for the compiler to know what the generated code came from. */
    public Set<TypeElement> types() {
        return all().map(AnnotatedElements::owner).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Element> all() {
        return byAnnotation.values().stream().flatMap(List::stream);
    }

    /**
     * The elements whose signature or annotations name something that does not exist, or not yet: another processor may
     * write it in this round.
     */
    public List<Element> unresolved() {
        return all().filter(element -> hasUnknownType(element) || hasUnknownValue(element))
                .distinct()
                .toList();
    }

    /** Whether a signature names a type that does not exist, or not yet. */
    public boolean hasUnknownTypes() {
        return all().anyMatch(AnnotatedElements::hasUnknownType);
    }

    /**
     * Whether a value in one of the annotations is not known, or not yet, as a path is that is named by a constant in
     * {@code Views}.
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

    /** The type that an element is or belongs to. */
    static TypeElement owner(Element element) {
        return element instanceof TypeElement type ? type : owner(element.getEnclosingElement());
    }
}
