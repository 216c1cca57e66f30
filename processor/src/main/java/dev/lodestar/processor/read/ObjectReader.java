package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.lodestar.processor.code.RuntimeTypes;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.graph.ObjectGraph;
import dev.lodestar.processor.graph.Source;
import dev.lodestar.processor.graph.Source.Parameter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds out how to create each object that constructors and {@code @Provides} methods take. */
final class ObjectReader {
    private static final Map<TypeName, Source> FRAMEWORK = Map.of(
            ClassName.get("dev.lodestar", "Request"), new Source.OfRequest(),
            ClassName.get("dev.lodestar", "Session"), new Source.OfRequest(),
            ClassName.get("dev.lodestar", "Hub"), new Source.Framework(CodeBlock.of("server.hub()")),
            ClassName.get("dev.lodestar", "Config"), new Source.Framework(CodeBlock.of("config")),
            ClassName.get(Clock.class), new Source.Framework(CodeBlock.of("$T.systemUTC()", Clock.class)));

    private static final Source MEMORY =
            new Source.Call(CodeBlock.of("$T.inMemory", RuntimeTypes.STORES), "", List.of(), List.of(), true);

    private final Visibility visibility;
    private final ThrownTypes thrown;
    private final Types types;
    private final Diagnostics diagnostics;
    private final Map<TypeName, Source> sources = new LinkedHashMap<>(FRAMEWORK);
    private final List<ExecutableElement> factories = new ArrayList<>();

    ObjectReader(Visibility visibility, ThrownTypes thrown, Diagnostics diagnostics) {
        this.visibility = visibility;
        this.thrown = thrown;
        this.types = thrown.types();
        this.diagnostics = diagnostics;
    }

    /** How to create each type that was read so far. */
    Map<TypeName, Source> sources() {
        return sources;
    }

    /** Reads a {@code @Provides} method. All of them must be read before the first class. */
    void readFactory(ExecutableElement method) {
        factories.add(method);
        String subject = "@Provides " + ElementOrigin.of(method).label() + " ";
        if (!method.getModifiers().contains(Modifier.STATIC)
                || method.getReturnType().getKind() == TypeKind.VOID
                || !method.getTypeParameters().isEmpty()) {
            refuse(
                    method,
                    subject + "must be a static method without type parameters that returns the object it makes:"
                            + " Main calls it before there is any object of its class.");
            return;
        }
        Optional<String> obstacle = visibility.obstacle(method).or(() -> hidden(method.getReturnType()));
        if (obstacle.isPresent()) {
            diagnostics.error(
                    ElementOrigin.of(method),
                    Rule.NOT_VISIBLE,
                    subject + "cannot be called from Main: " + obstacle.get());
            return;
        }
        thrown.check(method, subject.strip());
        TypeName type = TypeName.get(method.getReturnType());
        CodeBlock callee = CodeBlock.of(
                "$T.$L", ClassName.get((TypeElement) method.getEnclosingElement()), method.getSimpleName());
        String provider = method.getReturnType().getKind().isPrimitive()
                ? ""
                : ElementOrigin.of(method).label();
        Source before = sources.put(type, call(callee, provider, method, closes(method.getReturnType())));
        if (before != null) {
            refuse(
                    method,
                    subject + "makes a " + method.getReturnType() + ", and so does "
                            + (before instanceof Source.Call
                                    ? "another @Provides method. Keep only one of them."
                                    : "the framework. Remove the method."));
        }
    }

    /** Why Main cannot refer to a type in its code; empty if it can. */
    private Optional<String> hidden(TypeMirror mirror) {
        if (!(mirror instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        return visibility
                .obstacle(declared.asElement())
                .map(why -> "its return type mentions " + mirror + ", which Main cannot refer to: " + why)
                .or(() -> declared.getTypeArguments().stream()
                        .flatMap(argument -> hidden(argument).stream())
                        .findFirst());
    }

    /** Reads what the {@code @Provides} methods need, once all of them were read. */
    void followFactories() {
        sources.putIfAbsent(ObjectGraph.STORE, MEMORY);
        factories.forEach(this::follow);
    }

    /** Whether the application opens a store of its own. Call {@link #followFactories} first. */
    boolean opensStore() {
        return sources.get(ObjectGraph.STORE) != MEMORY;
    }

    /** Whether a way to create an object of the type is already known. */
    boolean provides(TypeElement type) {
        return sources.get(TypeName.get(type.asType())) instanceof Source.Call;
    }

    /** Reads how to create an object of a class, and everything that this needs. */
    void read(TypeElement type) {
        read(type.asType());
    }

    private void read(TypeMirror mirror) {
        TypeName type = TypeName.get(mirror);
        if (sources.containsKey(type)) {
            return;
        }
        Optional<String> obstacle = obstacle(mirror);
        if (obstacle.isPresent()) {
            sources.put(type, new Source.None(obstacle.get()));
            return;
        }
        List<ExecutableElement> constructors = constructors((TypeElement) ((DeclaredType) mirror).asElement());
        if (constructors.size() != 1) {
            sources.put(
                    type,
                    new Source.None("has " + constructors.size() + " constructors that are not private, so it is not"
                            + " clear which one to call; make all but one private"));
            return;
        }
        ExecutableElement constructor = constructors.get(0);
        Optional<String> hidden = visibility.obstacle(constructor);
        if (hidden.isPresent()) {
            sources.put(type, new Source.None("has a constructor that Main cannot call: " + withoutStop(hidden.get())));
        } else {
            thrown.check(
                    constructor,
                    "The constructor of "
                            + ElementOrigin.of(constructor.getEnclosingElement())
                                    .label());
            sources.put(type, call(CodeBlock.of("new $T", type), "", constructor, closes(mirror)));
            follow(constructor);
        }
    }

    /** The constructors that are not private; if all are private, all of them. */
    static List<ExecutableElement> constructors(TypeElement type) {
        List<ExecutableElement> all = ElementFilter.constructorsIn(type.getEnclosedElements());
        List<ExecutableElement> open = all.stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .toList();
        return open.isEmpty() ? all : open;
    }

    private static String withoutStop(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    private void follow(ExecutableElement method) {
        method.getParameters().forEach(parameter -> read(parameter.asType()));
    }

    private static Source call(CodeBlock callee, String provider, ExecutableElement method, boolean closes) {
        return new Source.Call(
                callee,
                provider,
                method.getParameters().stream()
                        .map(p -> new Parameter(
                                p.getSimpleName().toString(), TypeName.get(p.asType()), ElementOrigin.of(p)))
                        .toList(),
                method.getThrownTypes().stream().map(TypeName::get).toList(),
                closes);
    }

    private boolean closes(TypeMirror type) {
        TypeElement closeable = visibility.elements().getTypeElement(AutoCloseable.class.getCanonicalName());
        return types.isAssignable(type, closeable.asType());
    }

    /** Why no constructor can create the type, completing a sentence that begins with its name; empty if one can. */
    private Optional<String> obstacle(TypeMirror mirror) {
        if (mirror.getKind() != TypeKind.DECLARED) {
            return Optional.of("is not a class");
        }
        TypeElement type = (TypeElement) ((DeclaredType) mirror).asElement();
        if (type.getKind() == ElementKind.INTERFACE) {
            return Optional.of("is an interface");
        }
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return Optional.of("is not a class");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of("is abstract");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of("has type parameters");
        }
        if (isFromPlatform(type)) {
            return Optional.of("is a class of the Java platform, not of the application");
        }
        if (type.getNestingKind() != NestingKind.TOP_LEVEL
                && !type.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("is an inner class");
        }
        return visibility.obstacle(type).map(why -> "is not visible to Main: " + withoutStop(why));
    }

    // "new" could create a Random or an AtomicInteger, but hardly the one that the application has in mind.
    private boolean isFromPlatform(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.");
    }

    private void refuse(ExecutableElement method, String message) {
        diagnostics.error(ElementOrigin.of(method), Rule.PROVIDES, message);
    }
}
