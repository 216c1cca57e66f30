package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.lodestar.processor.application.Argument;
import dev.lodestar.processor.application.Field;
import dev.lodestar.processor.application.Method;
import dev.lodestar.processor.graph.ObjectGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes calls of handlers, and the statements before them that read the arguments from {@code request}. */
final class HandlerCalls {
    private final ObjectGraph graph;
    private final RecordClassNames binders;
    private final FieldReading reading;
    private final LimitWriter limits = new LimitWriter();
    private final Set<String> taken = new HashSet<>(Set.of("request", "out", "routes", "signals", "query"));

    /**
     * @param handlers the classes whose objects are in variables that are visible to the calls
     */
    HandlerCalls(ObjectGraph graph, List<ClassName> handlers, RecordClassNames binders) {
        this.graph = graph;
        this.binders = binders;
        this.reading = new FieldReading(binders);
        handlers.forEach(handler -> taken.add(graph.variable(handler)));
    }

    /**
     * A call.
     *
     * @param bindings the statements before it, which fail if the request lacks what the call needs
     * @param expression the call itself
     */
    record Call(CodeBlock bindings, CodeBlock expression) {}

    /** A call that runs while the request is being handled. */
    Call call(Method method, List<Argument> arguments) {
        return call(method, arguments, false);
    }

    /**
     * A call that runs later, while a stream is open. The bindings then include the session, so that the stream need
     * not keep the request just for that.
     */
    Call laterCall(Method method, List<Argument> arguments) {
        return call(method, arguments, true);
    }

    private Call call(Method method, List<Argument> arguments, boolean later) {
        Bindings bindings = new Bindings(arguments, later);
        CodeBlock passed = arguments.stream().map(bindings::pass).collect(CodeBlock.joining(", "));
        return new Call(
                bindings.code(), CodeBlock.of("$N.$L($L)", graph.variable(method.owner()), method.name(), passed));
    }

    /** The constants for the calls written since this method was last called. */
    List<FieldSpec> constants() {
        return limits.constants();
    }

    /** The statements before one call. */
    private final class Bindings {
        private final CodeBlock.Builder read = CodeBlock.builder();
        private final CodeBlock.Builder check = CodeBlock.builder();
        private final FieldVariables variables = new FieldVariables(taken);
        private final boolean gathers;
        private final boolean later;
        private String first = "";
        private final Set<String> begun = new HashSet<>();

        /** Problems are gathered unless there is only one value, which can be wrong in only one way. */
        Bindings(List<Argument> arguments, boolean later) {
            this.later = later;
            List<Argument> bound = arguments.stream()
                    .filter(a -> !(a instanceof Argument.OfSession || a instanceof Argument.OfRequest))
                    .toList();
            this.gathers = bound.size() > 1 || bound.stream().anyMatch(Bindings::hasLimits);
        }

        private static boolean hasLimits(Argument argument) {
            return argument instanceof Argument.FromQuery query
                            && !query.field().limits().isEmpty()
                    || argument instanceof Argument.FromSignal signal
                            && !signal.field().limits().isEmpty();
        }

        CodeBlock code() {
            CodeBlock.Builder code = CodeBlock.builder().add(read.build()).add(check.build());
            return gathers ? code.addStatement("$N.check()", first).build() : code.build();
        }

        /** The code for an argument in the call. What must be read beforehand is added to the bindings. */
        CodeBlock pass(Argument argument) {
            if (argument instanceof Argument.FromQuery query) {
                return field(query.field(), source("query"));
            }
            if (argument instanceof Argument.FromSignal signal) {
                return field(signal.field(), source("signals"));
            }
            if (argument instanceof Argument.FromSignals signals) {
                String source = source("signals");
                ClassName binder = binders.of(signals.record());
                return bind(
                        variables.of(signals.parameter()),
                        gathers
                                ? CodeBlock.of("$L.as($T::bind)", source, binder)
                                : CodeBlock.of("$T.bind($L)", binder, source));
            }
            if (argument instanceof Argument.OfSession) {
                CodeBlock session = CodeBlock.of("request.session()");
                return later ? bind(variables.of("session"), session) : session;
            }
            return CodeBlock.of("request");
        }

        private CodeBlock field(Field field, String source) {
            String variable = variables.of(field.variable());
            read.add(limits.beforeReading(field, source));
            check.add(limits.afterReading(field, variable, source));
            return bind(variable, reading.read(source, field));
        }

        private CodeBlock bind(String variable, CodeBlock value) {
            read.addStatement("var $N = $L", variable, value);
            return CodeBlock.of("$N", variable);
        }

        /** An expression for the signals or the query. */
        private String source(String name) {
            String fields = "request." + name + "()";
            if (!gathers) {
                return fields;
            }
            if (begun.add(name)) {
                if (first.isEmpty()) {
                    first = name;
                    read.addStatement("var $N = $T.of($L)", name, RuntimeTypes.BINDING, fields);
                } else {
                    read.addStatement("var $N = $N.and($L)", name, first, fields);
                }
            }
            return name;
        }
    }
}
