package dev.lodestar.processor.read;

import dev.lodestar.Every;
import dev.lodestar.processor.application.ClockMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.time.Duration;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** Reads {@code @Every} methods. */
record ClockReader(HandlerReader handlers, Diagnostics diagnostics) {

    /** The clock, or empty if there is a problem, which was reported. */
    Optional<ClockMethod> read(Element annotated) {
        Every every = annotated.getAnnotation(Every.class);
        ElementOrigin origin = ElementOrigin.of(annotated, Every.class, "value");
        Optional<Duration> interval = Durations.parse(every.value());
        if (interval.isEmpty()) {
            diagnostics.error(
                    origin,
                    Rule.EVERY,
                    "@Every(\"" + every.value()
                            + "\") is not an interval from 1 ms to a year. Write a whole number followed by ms, s, m or"
                            + " h, as in @Every(\"100ms\").");
        }
        return handlers.find(annotated, AnnotationRegistry.EVERY)
                .filter(this::hasTheSignature)
                .flatMap(method -> interval.map(i -> new ClockMethod(
                        i,
                        HandlerReader.method(method),
                        method.getReturnType().getKind() == TypeKind.BOOLEAN,
                        AnnotationTexts.known(annotated, Every.class, "refresh"),
                        origin)));
    }

    private boolean hasTheSignature(ExecutableElement method) {
        TypeKind result = method.getReturnType().getKind();
        if (method.getParameters().isEmpty() && (result == TypeKind.VOID || result == TypeKind.BOOLEAN)) {
            return true;
        }
        diagnostics.error(
                ElementOrigin.of(method),
                Rule.EVERY,
                "The clock " + ElementOrigin.of(method).label() + " must have no parameters, since no request calls it,"
                        + " and return void, or a boolean that says whether anything changed.");
        return false;
    }
}
