package dev.lodestar.processor.read;

import dev.lodestar.Query;
import dev.lodestar.Signal;
import dev.lodestar.processor.application.Argument;
import dev.lodestar.processor.application.Field;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads where each parameter of a handler takes its value from. */
final class ArgumentReader {
    private static final String WHAT_IT_CAN_TAKE =
            "A handler takes Request, Session, @Query and @Signal parameters, and a record whose components are signals.";

    private static final Pattern SIGNAL_NAME = Pattern.compile("(?!_)[\\w$-]{1,100}(?:\\.(?!_)[\\w$-]{1,100}){0,20}");

    private static final Pattern MADE_UP = Pattern.compile("arg\\d+");

    private final TypeReader types;
    private final BindableTypes bindable;
    private final BoundRecordReader records;
    private final LimitReader limits;
    private final Diagnostics diagnostics;

    ArgumentReader(
            TypeReader types,
            BindableTypes bindable,
            BoundRecordReader records,
            LimitReader limits,
            Diagnostics diagnostics) {
        this.types = types;
        this.bindable = bindable;
        this.records = records;
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    /** The arguments, or empty if there is a problem with any, which was reported. */
    Optional<List<Argument>> read(ExecutableElement method) {
        List<Optional<Argument>> arguments =
                method.getParameters().stream().map(this::argument).toList();
        return arguments.stream().allMatch(Optional::isPresent)
                ? Optional.of(arguments.stream().map(Optional::get).toList())
                : Optional.empty();
    }

    private Optional<Argument> argument(VariableElement parameter) {
        Query query = parameter.getAnnotation(Query.class);
        Signal signal = parameter.getAnnotation(Signal.class);
        if (query != null && signal != null) {
            return refuse(parameter, "has both @Query and @Signal, but takes one value. Remove one of them.");
        }
        if (isUnnamed(parameter, query, signal)) {
            return refuse(
                    parameter,
                    "has lost its name: its class is compiled already, and the name was not kept. Compile with -parameters,"
                            + " or write the name, as in @Query(\"id\").");
        }
        if (!types.canName(parameter.asType(), parameter, "The parameter '" + parameter.getSimpleName() + "'")) {
            return Optional.empty();
        }
        ValueType type = types.read(parameter.asType());
        if (query != null) {
            return fromQuery(parameter, named(query.value(), parameter), type);
        }
        if (signal != null) {
            return fromSignal(parameter, named(signal.value(), parameter), type);
        }
        return unannotated(parameter, type);
    }

    /** Whether the name is needed and is one that the compiler made up for a class whose source it does not have. */
    private static boolean isUnnamed(VariableElement parameter, @Nullable Query query, @Nullable Signal signal) {
        String given = query != null ? query.value() : signal != null ? signal.value() : "given by the record";
        return given.isEmpty() && MADE_UP.matcher(parameter.getSimpleName()).matches();
    }

    private static String named(String value, VariableElement parameter) {
        return value.isEmpty() ? parameter.getSimpleName().toString() : value;
    }

    private Optional<Argument> fromQuery(VariableElement parameter, String name, ValueType type) {
        return bindable.whyNotFromQuery(type)
                .map(why -> refuse(parameter, why))
                .orElseGet(() -> Optional.of(new Argument.FromQuery(field(parameter, name, type))));
    }

    private Optional<Argument> fromSignal(VariableElement parameter, String name, ValueType type) {
        if (!SIGNAL_NAME.matcher(name).matches()) {
            diagnostics.error(
                    ElementOrigin.of(parameter, Signal.class, "value"),
                    Rule.SIGNAL_NAME,
                    "\"" + name
                            + "\" cannot be the name of a signal that a page sends: words of letters, digits, _ and $,"
                            + " with a dot between one and what is nested in it, as in @Signal(\"draft.title\"). One that"
                            + " begins with _ stays in the page.");
            return Optional.empty();
        }
        Optional<String> obstacle = bindable.whyNotFromSignals(type);
        if (obstacle.isPresent()) {
            return refuse(parameter, obstacle.get());
        }
        records.read(type);
        return Optional.of(new Argument.FromSignal(field(parameter, name, type)));
    }

    private Field field(VariableElement parameter, String name, ValueType type) {
        return new Field(parameter.getSimpleName().toString(), name, type, limits.read(parameter, type));
    }

    private Optional<Argument> fromSignals(VariableElement parameter, ValueType.RecordOf record) {
        Optional<String> obstacle = bindable.whyNotFromSignals(record);
        if (obstacle.isPresent()) {
            return refuse(parameter, obstacle.get());
        }
        records.read(record);
        return Optional.of(new Argument.FromSignals(parameter.getSimpleName().toString(), record.name()));
    }

    private Optional<Argument> unannotated(VariableElement parameter, ValueType type) {
        String name = parameter.getSimpleName().toString();
        limits.refuse(parameter);
        if (type instanceof ValueType.RecordOf record) {
            return fromSignals(parameter, record);
        }
        if (type instanceof ValueType.Other other) {
            if (other.name().equals("dev.lodestar.Request")) {
                return Optional.of(new Argument.OfRequest());
            }
            if (other.name().equals("dev.lodestar.Session")) {
                return Optional.of(new Argument.OfSession());
            }
            return refuse(
                    parameter,
                    "has the type " + other.name() + ", which no request carries. " + WHAT_IT_CAN_TAKE
                            + " An object of the application belongs in the class's constructor.");
        }
        return refuse(
                parameter,
                "does not say where its value comes from. Write @Signal(\"" + name + "\") for one of the page's"
                        + " signals or a form's fields, or @Query(\"" + name + "\") for the URL's query.");
    }

    private Optional<Argument> refuse(VariableElement parameter, String why) {
        diagnostics.error(
                ElementOrigin.of(parameter),
                Rule.PARAMETER,
                "The parameter '" + parameter.getSimpleName() + "' " + why);
        return Optional.empty();
    }
}
