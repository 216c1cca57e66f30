package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.application.Method;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.read.KnownAnnotation.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the method that a handler annotation stands for, and checks that generated code can call it. */
final class HandlerReader {
    private final Visibility visibility;
    private final ThrownTypes thrown;
    private final Predicate<TypeElement> provided;
    private final Diagnostics diagnostics;
    private final Map<TypeElement, Boolean> instantiable = new HashMap<>();

    /**
     * @param provided whether a {@code @Provides} method creates the object of a class
     */
    HandlerReader(Visibility visibility, ThrownTypes thrown, Predicate<TypeElement> provided, Diagnostics diagnostics) {
        this.visibility = visibility;
        this.thrown = thrown;
        this.provided = provided;
        this.diagnostics = diagnostics;
    }

    /**
     * Finds a handler.
     *
     * @param annotated the method or the class that has the annotation
     * @return the method, or empty if there is a problem, which was reported
     */
    Optional<ExecutableElement> find(Element annotated, Handler<?> annotation) {
        Optional<ExecutableElement> method = annotated instanceof ExecutableElement executable
                ? Optional.of(executable)
                : methodOf((TypeElement) annotated, annotation);
        return method.filter(m -> isCallable(m, annotation.kind())
                & instantiable.computeIfAbsent(
                        (TypeElement) m.getEnclosingElement(),
                        type -> provided.test(type) || isInstantiable(type, annotation.kind())));
    }

    static Method method(ExecutableElement element) {
        return new Method(
                ClassName.get((TypeElement) element.getEnclosingElement()),
                element.getSimpleName().toString());
    }

    private Optional<ExecutableElement> methodOf(TypeElement type, Handler<?> annotation) {
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(annotation.methodOfClass()))
                .toList();
        if (methods.size() == 1) {
            return Optional.of(methods.get(0));
        }
        String found = methods.isEmpty()
                ? " has no method of that name. Write one"
                : " has " + methods.size() + " of that name. Rename all but one";
        diagnostics.error(
                ElementOrigin.of(type, annotation.type(), "value"),
                Rule.HANDLER_CLASS,
                "@" + annotation.type().getSimpleName() + " on a class stands for its only method '"
                        + annotation.methodOfClass() + "', but " + type.getSimpleName() + found
                        + ", or move the annotation to the method that you mean.");
        return Optional.empty();
    }

    private boolean isCallable(ExecutableElement method, String kind) {
        String subject = "The " + kind + " " + ElementOrigin.of(method).label();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return refuse(
                    method,
                    subject + " is static, but the state is in the one object of its class that Main creates."
                            + " Remove 'static'.");
        }
        if (method.getModifiers().contains(Modifier.ABSTRACT)) {
            return refuse(method, subject + " is abstract, so there is nothing to call. Give it a body.");
        }
        if (!method.getTypeParameters().isEmpty()) {
            return refuse(method, subject + " has type parameters, which no request can determine. Remove them.");
        }
        if (!thrown.check(method, subject)) {
            return false;
        }
        Optional<String> obstacle = visibility.obstacle(method);
        obstacle.ifPresent(why -> diagnostics.error(
                ElementOrigin.of(method), Rule.NOT_VISIBLE, subject + " cannot be called from Routes: " + why));
        return obstacle.isEmpty();
    }

    private boolean isInstantiable(TypeElement type, String kind) {
        String subject = "Main creates one object of " + type.getSimpleName() + " for its " + kind + "s, but "
                + type.getSimpleName() + " ";
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return refuse(type, subject + "is not a class. Move the " + kind + "s to a class.");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return refuse(type, subject + "is abstract. Remove 'abstract'.");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return refuse(type, subject + "has type parameters, which Main cannot determine. Remove them.");
        }
        if (type.getNestingKind() != NestingKind.TOP_LEVEL
                && !type.getModifiers().contains(Modifier.STATIC)) {
            return refuse(
                    type, subject + "is an inner class, which needs an object of its outer class. Make it static.");
        }
        return hasOneConstructor(type, subject);
    }

    private boolean hasOneConstructor(TypeElement type, String subject) {
        List<ExecutableElement> constructors = ObjectReader.constructors(type);
        if (constructors.size() != 1) {
            return refuse(
                    constructors.get(1),
                    subject + "has " + constructors.size()
                            + " constructors, so it is not clear which one to call. Make all but one private.");
        }
        ExecutableElement only = constructors.get(0);
        if (visibility.obstacle(type).isPresent()) {
            return false; // reported on the method
        }
        Optional<String> obstacle = visibility.obstacle(only);
        obstacle.ifPresent(why -> diagnostics.error(
                ElementOrigin.of(only),
                Rule.NOT_VISIBLE,
                "The constructor of " + type.getSimpleName() + " cannot be called from Main: " + why));
        return obstacle.isEmpty();
    }

    private boolean refuse(Element element, String message) {
        diagnostics.error(ElementOrigin.of(element), Rule.HANDLER_METHOD, message);
        return false;
    }
}
