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

/** Finds for every object the ones it needs, and an order in which all can be made. */
public final class GraphResolver {
    private final Map<TypeName, Source> sources;
    private final Diagnostics diagnostics;
    private final VariableNames names = new VariableNames();
    private final Map<TypeName, Optional<CodeBlock>> resolved = new LinkedHashMap<>();
    private final List<Made> objects = new ArrayList<>();
    private final Set<TypeName> thrown = new LinkedHashSet<>();
    private final List<TypeName> underWay = new ArrayList<>();

    private GraphResolver(Map<TypeName, Source> sources, Diagnostics diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
    }

    /**
     * Resolves the objects that these types stand for, and what they need.
     *
     * @param roots the types that generated code calls; each has a source
     * @param sources how each type that can be reached is made
     * @return the objects; without those that have a problem, which was reported
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

    /** What {@code Main} writes where an object of the type is needed; empty if it has a problem. */
    private Optional<CodeBlock> expression(TypeName type) {
        Optional<CodeBlock> known = resolved.get(type);
        if (known != null) {
            return known;
        }
        underWay.add(type);
        Optional<CodeBlock> found = make(type, sources.get(type));
        underWay.remove(type);
        resolved.put(type, found);
        return found;
    }

    private Optional<CodeBlock> make(TypeName type, Source source) {
        if (source instanceof Source.Framework framework) {
            return Optional.of(framework.expression());
        }
        if (source instanceof Source.Call call) {
            return arguments(call.parameters()).map(arguments -> {
                thrown.addAll(call.thrown());
                CodeBlock made = CodeBlock.of("$L($L)", call.callee(), arguments);
                return hold(type, call.provider().isEmpty() ? made : notNull(made, call.provider()), call.closes());
            });
        }
        return Optional.empty();
    }

    private static CodeBlock notNull(CodeBlock made, String provider) {
        return CodeBlock.of(
                "$T.requireNonNull($L, $S)", Objects.class, made, "@Provides " + provider + " returned null.");
    }

    private CodeBlock hold(TypeName type, CodeBlock expression, boolean closes) {
        String variable = names.forType(type);
        objects.add(new Made(type, variable, expression, closes));
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
        if (underWay.contains(type)) {
            reportCycle(parameter);
            return Optional.empty();
        }
        Source source = sources.get(type);
        if (source instanceof Source.None none) {
            reportUnknown(parameter, none.reason());
            return Optional.empty();
        }
        return expression(type);
    }

    private void reportCycle(Parameter parameter) {
        List<TypeName> circle = new ArrayList<>(underWay.subList(underWay.indexOf(parameter.type()), underWay.size()));
        circle.add(parameter.type());
        String path = circle.stream().map(GraphResolver::simpleName).collect(Collectors.joining(" -> "));
        diagnostics.error(
                parameter.origin(),
                Rule.DEPENDENCY_CYCLE,
                "The parameter '" + parameter.name() + "' closes a circle: " + path
                        + ". Each object is made once, after"
                        + " those that its constructor asks for, so none of these can be made first. Move what both"
                        + " need into a class of its own, and let both ask for that one.");
    }

    private void reportUnknown(Parameter parameter, String reason) {
        String type = simpleName(parameter.type());
        diagnostics.error(
                parameter.origin(),
                Rule.UNKNOWN_DEPENDENCY,
                "The parameter '" + parameter.name() + "' asks for " + type + ", which cannot be made: " + type + " "
                        + reason
                        + ". Ask for a class of the application that has one constructor, for Hub, Store, Config"
                        + " or Clock, or write how to make it: @Provides static " + type + " "
                        + parameter.name() + "() { ... }");
    }

    private static String simpleName(TypeName type) {
        return type instanceof ClassName name ? String.join(".", name.simpleNames()) : type.toString();
    }
}
