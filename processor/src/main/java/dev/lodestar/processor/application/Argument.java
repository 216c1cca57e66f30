package dev.lodestar.processor.application;

import com.palantir.javapoet.ClassName;

/** Where a handler's parameter takes its value from. */
public sealed interface Argument {
    /** The {@code Request} itself. */
    record OfRequest() implements Argument {}

    /** The {@code Session}. */
    record OfSession() implements Argument {}

    /** A parameter of the URL's query. */
    record FromQuery(Field field) implements Argument {}

    /** One of the signals. */
    record FromSignal(Field field) implements Argument {}

    /**
     * A record whose components are signals.
     *
     * @param parameter the name of the handler's parameter
     */
    record FromSignals(String parameter, ClassName record) implements Argument {}
}
