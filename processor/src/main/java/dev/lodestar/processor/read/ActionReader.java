package dev.lodestar.processor.read;

import dev.lodestar.Action;
import dev.lodestar.Every;
import dev.lodestar.processor.application.ActionMethod;
import dev.lodestar.processor.application.ClockMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.time.Duration;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Reads the methods that change state: {@code @Action} and {@code @Every}. */
final class ActionReader {
    private final HandlerReader handlers;
    private final ArgumentReader arguments;
    private final Diagnostics diagnostics;

    ActionReader(HandlerReader handlers, ArgumentReader arguments, Diagnostics diagnostics) {
        this.handlers = handlers;
        this.arguments = arguments;
        this.diagnostics = diagnostics;
    }

    /** The action, or empty if there is a problem, which was reported. */
    Optional<ActionMethod> readAction(Element annotated) {
        Action action = annotated.getAnnotation(Action.class);
        return handlers.find(annotated, Action.class, "action", "handle")
                .flatMap(method -> arguments
                        .read(method)
                        .filter(a -> returnsReply(method))
                        .filter(a -> !action.crossOrigin() || hasNoSession(method))
                        .map(a -> new ActionMethod(
                                action.value(),
                                HandlerReader.method(method),
                                a,
                                method.getReturnType().getKind() != TypeKind.VOID,
                                AnnotationTexts.known(annotated, Action.class, "refresh"),
                                action.crossOrigin(),
                                ElementOrigin.of(annotated, Action.class, "value"))));
    }

    private boolean hasNoSession(ExecutableElement method) {
        for (VariableElement parameter : method.getParameters()) {
            if (parameter.asType().toString().equals("dev.lodestar.Session")) {
                diagnostics.error(
                        ElementOrigin.of(parameter),
                        Rule.PARAMETER,
                        "The action " + ElementOrigin.of(method).label()
                                + " is crossOrigin, so that any site can send its"
                                + " visitor's browser there: it has no session. Take the Session away, and tell who calls by"
                                + " what the request carries, such as a signature.");
                return false;
            }
        }
        return true;
    }

    private boolean returnsReply(ExecutableElement method) {
        String result = method.getReturnType().toString();
        if (method.getReturnType().getKind() == TypeKind.VOID
                || result.equals("dev.lodestar.Reply")
                || result.startsWith("dev.lodestar.Reply.")) {
            return true;
        }
        diagnostics.error(
                ElementOrigin.of(method),
                Rule.ACTION_RESULT,
                "The action " + ElementOrigin.of(method).label() + " returns " + result + ". An action returns void,"
                        + " and every view is refreshed, or a Reply that says what the page is to do. What is to be"
                        + " shown belongs in a view.");
        return false;
    }

    /** The clock, or empty if there is a problem, which was reported. */
    Optional<ClockMethod> readClock(Element annotated) {
        Every every = annotated.getAnnotation(Every.class);
        ElementOrigin origin = ElementOrigin.of(annotated, Every.class, "value");
        Optional<Duration> interval = Durations.parse(every.value());
        if (interval.isEmpty()) {
            diagnostics.error(
                    origin,
                    Rule.EVERY,
                    "@Every(\"" + every.value()
                            + "\") is not a time from 1 ms to a year. Write a whole number and ms, s, m"
                            + " or h: @Every(\"100ms\").");
        }
        return handlers.find(annotated, Every.class, "clock", "")
                .filter(this::isTick)
                .flatMap(method -> interval.map(i -> new ClockMethod(
                        i,
                        HandlerReader.method(method),
                        method.getReturnType().getKind() == TypeKind.BOOLEAN,
                        AnnotationTexts.known(annotated, Every.class, "refresh"),
                        origin)));
    }

    private boolean isTick(ExecutableElement method) {
        TypeKind result = method.getReturnType().getKind();
        if (method.getParameters().isEmpty() && (result == TypeKind.VOID || result == TypeKind.BOOLEAN)) {
            return true;
        }
        diagnostics.error(
                ElementOrigin.of(method),
                Rule.EVERY,
                "The clock " + ElementOrigin.of(method).label() + " must take nothing, since no request calls it, and"
                        + " return void, or a boolean that tells whether anything changed.");
        return false;
    }
}
