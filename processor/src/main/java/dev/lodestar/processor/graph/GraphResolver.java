package dev.lodestar.processor.graph;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.graph.ObjectGraph.Made;
import dev.lodestar.processor.graph.Source.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the objects that each object needs, and an order in which all of them can be created. */
public final class GraphResolver {
    private final Map<TypeName, Source> sources;
    private final Diagnostics diagnostics;
    private final VariableNames names = new VariableNames();
    private final Map<TypeName, Optional<CodeBlock>> resolved = new LinkedHashMap<>();
    private final List<Made> objects = new ArrayList<>();
    private final Set<TypeName> thrown = new LinkedHashSet<>();
    private final List<TypeName> inProgress = new ArrayList<>();

    private GraphResolver(Map<TypeName, Source> sources, Diagnostics diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
    }

    /**
     * Resolves the objects of these types, and everything that they need.
     *
     * @param roots the types whose objects generated code uses; each has a source
     * @param sources how to create each type that can be reached
     * @return the objects, without those that have a problem, which was reported
     */
    public static ObjectGraph resolve(
            Collection<ClassName> roots, Map<TypeName, Source> sources, Diagnostics diagnostics) {
        GraphResolver resolver = new GraphResolver(sources, diagnostics);
        if (sources.get(ObjectGraph.METER_REGISTRY) instanceof Source.Call) {
            resolver.expression(ObjectGraph.METER_REGISTRY);
        }
        roots.forEach(resolver::expression);
        return new ObjectGraph(resolver.objects, List.copyOf(resolver.thrown));
    }

    /** The code for an object of the type, as {@code Main} writes it where one is needed; empty if it has a problem. */
    private Optional<CodeBlock> expression(TypeName type) {
        Optional<CodeBlock> known = resolved.get(type);
        if (known != null) {
            return known;
        }
        inProgress.add(type);
        Optional<CodeBlock> found = create(type, sources.get(type));
        inProgress.remove(type);
        resolved.put(type, found);
        return found;
    }

    private Optional<CodeBlock> create(TypeName type, Source source) {
        if (source instanceof Source.Framework framework) {
            return Optional.of(framework.expression());
        }
        if (source instanceof Source.Call call) {
            return arguments(call.parameters()).map(arguments -> {
                thrown.addAll(call.thrown());
                CodeBlock created = CodeBlock.of("$L($L)", call.callee(), arguments);
                return hold(
                        type,
                        call.provider().isEmpty() ? created : notNull(created, call.provider()),
                        call.closeable());
            });
        }
        return Optional.empty();
    }

    private static CodeBlock notNull(CodeBlock created, String provider) {
        return CodeBlock.of(
                "$T.requireNonNull($L, $S)", Objects.class, created, "@Provides " + provider + " returned null.");
    }

    private CodeBlock hold(TypeName type, CodeBlock expression, boolean closeable) {
        String variable = names.forType(type);
        objects.add(new Made(type, variable, expression, closeable));
        return CodeBlock.of("$N", variable);
    }

    private Optional<CodeBlock> arguments(List<Parameter> parameters) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Parameter parameter : parameters) {
            argument(parameter).ifPresent(arguments::add);
        }
        return arguments.size() == parameters.size() ? Optional.of(CodeBlock.join(arguments, ", ")) : Optional.empty();
    }

    private Optional<CodeBlock> argument(Parameter parameter) {
        TypeName type = parameter.type();
        if (inProgress.contains(type)) {
            reportCycle(parameter);
            return Optional.empty();
        }
        Source source = sources.get(type);
        if (source instanceof Source.None none) {
            reportUnknown(parameter, none.reason());
            return Optional.empty();
        }
        if (source instanceof Source.OfRequest) {
            reportOfRequest(parameter);
            return Optional.empty();
        }
        return expression(type);
    }

    private void reportCycle(Parameter parameter) {
        List<TypeName> cycle =
                new ArrayList<>(inProgress.subList(inProgress.indexOf(parameter.type()), inProgress.size()));
        cycle.add(parameter.type());
        String path = cycle.stream().map(GraphResolver::simpleName).collect(Collectors.joining(" -> "));
        diagnostics.error(
                parameter.origin(),
                Rule.DEPENDENCY_CYCLE,
                "The parameter '" + parameter.name() + "' completes a cycle: " + path
                        + ". Each object is created after"
                        + " those that its constructor takes, so none of these can be the first. Move what they share"
                        + " into a class of its own, and let each of them take that.");
    }

    private void reportUnknown(Parameter parameter, String reason) {
        String type = simpleName(parameter.type());
        diagnostics.error(
                parameter.origin(),
                Rule.UNKNOWN_DEPENDENCY,
                "The parameter '" + parameter.name() + "' asks for " + type + ", which Main cannot create: " + type
                        + " "
                        + reason
                        + ". Ask for a class of the application that has one constructor, or for Hub, Store, Config or"
                        + " Clock, or write a method that returns one: @Provides static " + type + " "
                        + parameter.name() + "() { ... }");
    }

    private void reportOfRequest(Parameter parameter) {
        diagnostics.error(
                parameter.origin(),
                Rule.UNKNOWN_DEPENDENCY,
                "The parameter '" + parameter.name() + "' asks for " + simpleName(parameter.type())
                        + ", which belongs to a single request, so no object can keep it. Take it as a parameter of the"
                        + " handlers, and pass it on from there.");
    }

    private static String simpleName(TypeName type) {
        return type instanceof ClassName name ? String.join(".", name.simpleNames()) : type.toString();
    }
}
