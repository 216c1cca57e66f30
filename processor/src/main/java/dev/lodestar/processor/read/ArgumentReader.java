package dev.lodestar.processor.read;

import dev.lodestar.Signal;
import dev.lodestar.processor.application.Argument;
import dev.lodestar.processor.application.Field;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.read.KnownAnnotation.ArgumentSources;
import dev.lodestar.processor.read.KnownAnnotation.Source;
import dev.lodestar.processor.type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Reads where each parameter of a handler takes its value from. */
final class ArgumentReader implements ArgumentSources {
    private static final String WHAT_IT_CAN_TAKE = "A handler can take a Request, a Session, @Query and"
            + " @Signal parameters, and a record whose components are signals.";

    private static final Pattern SIGNAL_NAME = Pattern.compile("(?!_)[\\w$-]{1,100}(?:\\.(?!_)[\\w$-]{1,100}){0,20}");

    private static final Pattern LOST_NAME = Pattern.compile("arg\\d+");

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
        List<Source<?>> sources = AnnotationRegistry.sources()
                .filter(source -> source.isOn(parameter))
                .toList();
        if (sources.size() > 1) {
            return refuse(
                    parameter,
                    "has both " + nameOf(sources.get(0)) + " and " + nameOf(sources.get(1))
                            + ", but takes only one value. Remove one of them.");
        }
        String given = sources.isEmpty() ? "" : sources.get(0).nameOn(parameter);
        String own = parameter.getSimpleName().toString();
        if (!sources.isEmpty() && given.isEmpty() && LOST_NAME.matcher(own).matches()) {
            return refuse(
                    parameter,
                    "has lost its name: its class is already compiled, and the name was not kept. Compile with"
                            + " -parameters,"
                            + " or write the name, as in @Query(\"id\").");
        }
        if (!types.canName(parameter.asType(), parameter, "The parameter '" + parameter.getSimpleName() + "'")) {
            return Optional.empty();
        }
        ValueType type = types.read(parameter.asType());
        return sources.isEmpty()
                ? unannotated(parameter, type)
                : sources.get(0).reader().read(this, parameter, given.isEmpty() ? own : given, type);
    }

    private static String nameOf(Source<?> source) {
        return "@" + source.type().getSimpleName();
    }

    @Override
    public Optional<Argument> fromQuery(VariableElement parameter, String name, ValueType type) {
        return bindable.whyNotFromQuery(type)
                .map(why -> refuse(parameter, why))
                .orElseGet(() -> Optional.of(new Argument.FromQuery(field(parameter, name, type))));
    }

    @Override
    public Optional<Argument> fromSignal(VariableElement parameter, String name, ValueType type) {
        if (!SIGNAL_NAME.matcher(name).matches()) {
            diagnostics.error(
                    ElementOrigin.of(parameter, Signal.class, "value"),
                    Rule.SIGNAL_NAME,
                    "\"" + name
                            + "\" cannot be the name of a signal that a page sends. Write letters, digits, -, _ and"
                            + " $, with"
                            + " a dot before each nested name, as in @Signal(\"draft.title\"). A signal whose name"
                            + " begins"
                            + " with _ stays in the page.");
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
                            + " Take an object of the application in the constructor of the class.");
        }
        return refuse(
                parameter,
                "does not say where its value comes from. Write @Signal(\"" + name + "\") for a signal of the"
                        + " page or a field of a form, or @Query(\"" + name
                        + "\") for a parameter of the URL's query.");
    }

    private Optional<Argument> refuse(VariableElement parameter, String why) {
        diagnostics.error(
                ElementOrigin.of(parameter),
                Rule.PARAMETER,
                "The parameter '" + parameter.getSimpleName() + "' " + why);
        return Optional.empty();
    }
}
