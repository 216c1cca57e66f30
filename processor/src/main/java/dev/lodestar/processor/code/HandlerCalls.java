package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.lodestar.processor.application.Argument;
import dev.lodestar.processor.application.Method;
import dev.lodestar.processor.graph.ObjectGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes calls of handlers, and before them what reads their arguments from {@code request}. */
final class HandlerCalls {
    private final ObjectGraph graph;
    private final RecordClassNames binders;
    private final FieldReading reading;
    private final Set<String> taken;

    /**
     * @param handlers the classes whose objects have variables of their own beside the calls
     */
    HandlerCalls(ObjectGraph graph, List<ClassName> handlers, RecordClassNames binders) {
        this.graph = graph;
        this.binders = binders;
        this.reading = new FieldReading(binders);
        this.taken = Stream.concat(
                        Stream.of("request", "out", "in", "at", "routes"),
                        handlers.stream().map(graph::variable))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A call.
     *
     * @param bindings the statements that go before it; they fail if the request does not carry what is needed
     * @param expression the call itself
     */
    record Call(CodeBlock bindings, CodeBlock expression) {}

    Call call(Method method, List<Argument> arguments) {
        CodeBlock.Builder bindings = CodeBlock.builder();
        Set<String> names = new HashSet<>(taken);
        CodeBlock passed = arguments.stream()
                .map(argument -> pass(argument, bindings, names))
                .collect(CodeBlock.joining(", "));
        return new Call(
                bindings.build(), CodeBlock.of("$N.$L($L)", graph.variable(method.owner()), method.name(), passed));
    }

    /** What stands in the call for an argument; what must be read before is added to the bindings. */
    private CodeBlock pass(Argument argument, CodeBlock.Builder bindings, Set<String> names) {
        if (argument instanceof Argument.FromQuery query) {
            return bind(
                    query.parameter(),
                    reading.read(CodeBlock.of("request.query()"), CodeBlock.of("$S", query.name()), query.type()),
                    bindings,
                    names);
        }
        if (argument instanceof Argument.FromSignal signal) {
            return bind(
                    signal.parameter(),
                    reading.read(CodeBlock.of("request.signals()"), CodeBlock.of("$S", signal.name()), signal.type()),
                    bindings,
                    names);
        }
        if (argument instanceof Argument.FromSignals signals) {
            return bind(
                    signals.parameter(),
                    CodeBlock.of("$T.bind(request.signals())", binders.of(signals.record())),
                    bindings,
                    names);
        }
        return CodeBlock.of(argument instanceof Argument.OfSession ? "request.session()" : "request");
    }

    private CodeBlock bind(String parameter, CodeBlock value, CodeBlock.Builder bindings, Set<String> names) {
        String variable = parameter;
        while (!names.add(variable)) {
            variable += "Value";
        }
        bindings.add("var $N = $L;\n", variable, value);
        return CodeBlock.of("$N", variable);
    }
}
