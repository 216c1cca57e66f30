package dev.lodestar.processor.read;

import dev.lodestar.processor.application.StreamMethod;
import dev.lodestar.processor.application.StreamMethod.Moment;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Origin;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.read.KnownAnnotation.Handler;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** Reads the methods that are called when a stream opens or ends: {@code @Connected} and {@code @Disconnected}. */
final class StreamReader {
    private final HandlerReader handlers;
    private final ArgumentReader arguments;
    private final Diagnostics diagnostics;

    StreamReader(HandlerReader handlers, ArgumentReader arguments, Diagnostics diagnostics) {
        this.handlers = handlers;
        this.arguments = arguments;
        this.diagnostics = diagnostics;
    }

    /** The method, or empty if there is a problem, which was reported. */
    Optional<StreamMethod> readConnected(Element annotated) {
        return read(annotated, AnnotationRegistry.CONNECTED, Moment.CONNECTED);
    }

    /** The method, or empty if there is a problem, which was reported. */
    Optional<StreamMethod> readDisconnected(Element annotated) {
        return read(annotated, AnnotationRegistry.DISCONNECTED, Moment.DISCONNECTED);
    }

    private Optional<StreamMethod> read(Element annotated, Handler<?> annotation, Moment moment) {
        return handlers.find(annotated, annotation)
                .flatMap(method -> arguments
                        .read(method)
                        .filter(a -> returnsVoidOrBoolean(method))
                        .map(a -> new StreamMethod(
                                moment,
                                HandlerReader.method(method),
                                a,
                                parameters(method),
                                method.getReturnType().getKind() == TypeKind.BOOLEAN,
                                AnnotationTexts.known(annotated, annotation.type(), "value"),
                                AnnotationTexts.known(annotated, annotation.type(), "refresh"),
                                ElementOrigin.of(annotated, annotation.type(), "value"))));
    }

    private static List<Origin> parameters(ExecutableElement method) {
        return method.getParameters().stream().<Origin>map(ElementOrigin::of).toList();
    }

    private boolean returnsVoidOrBoolean(ExecutableElement method) {
        TypeKind result = method.getReturnType().getKind();
        if (result == TypeKind.VOID || result == TypeKind.BOOLEAN) {
            return true;
        }
        diagnostics.error(
                ElementOrigin.of(method),
                Rule.CALLBACK,
                "The callback " + ElementOrigin.of(method).label() + " returns " + method.getReturnType()
                        + ", but nothing receives an answer. Return void, which refreshes the views, or a boolean that"
                        + " says whether anything changed.");
        return false;
    }
}
