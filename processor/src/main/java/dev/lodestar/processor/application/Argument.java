package dev.lodestar.processor.application;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.type.ValueType;

/** Where a handler's parameter takes its value from. */
public sealed interface Argument {
    /** The {@code Request} itself. */
    record OfRequest() implements Argument {}

    /** The {@code Session}. */
    record OfSession() implements Argument {}

    /**
     * A parameter of the query.
     *
     * @param parameter the name of the handler's parameter
     * @param name its name in the query
     */
    record FromQuery(String parameter, String name, ValueType type) implements Argument {}

    /**
     * One of the signals.
     *
     * @param parameter the name of the handler's parameter
     * @param name the signal's dotted name
     */
    record FromSignal(String parameter, String name, ValueType type) implements Argument {}

    /**
     * A record whose components are signals.
     *
     * @param parameter the name of the handler's parameter
     */
    record FromSignals(String parameter, ClassName record) implements Argument {}
}
