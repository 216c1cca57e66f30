package dev.lodestar.processor.read;

import dev.lodestar.Action;
import dev.lodestar.processor.application.ActionMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Reads {@code @Action} methods. */
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
    Optional<ActionMethod> read(Element annotated) {
        Action action = annotated.getAnnotation(Action.class);
        return handlers.find(annotated, AnnotationRegistry.ACTION)
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
                                + " is crossOrigin: any site can make its visitors' browsers call it, so it has no"
                                + " session."
                                + " Remove the Session parameter, and identify the caller by something in the request,"
                                + " such as a signature.");
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
                "The action " + ElementOrigin.of(method).label() + " returns " + result + ". Return void, which"
                        + " refreshes the views, or a Reply, which tells the page what to do. What the page shows"
                        + " belongs in a view.");
        return false;
    }
}
