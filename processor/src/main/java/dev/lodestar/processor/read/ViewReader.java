package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import dev.lodestar.Template;
import dev.lodestar.View;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;

/** Reads {@code @View} methods. */
final class ViewReader {
    private final AnnotatedElements annotated;
    private final HandlerReader handlers;
    private final ArgumentReader arguments;
    private final TypeReader types;
    private final Diagnostics diagnostics;

    ViewReader(
            AnnotatedElements annotated,
            HandlerReader handlers,
            ArgumentReader arguments,
            TypeReader types,
            Diagnostics diagnostics) {
        this.annotated = annotated;
        this.handlers = handlers;
        this.arguments = arguments;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** The view, or empty if there is a problem, which was reported. */
    Optional<ViewMethod> read(Element annotated) {
        View view = annotated.getAnnotation(View.class);
        return handlers.find(annotated, AnnotationRegistry.VIEW)
                .flatMap(method -> arguments
                        .read(method)
                        .filter(a -> returnsHtml(method))
                        .map(a -> new ViewMethod(
                                view.value(),
                                view.title(),
                                HandlerReader.method(method),
                                a,
                                List.of(view.reads()),
                                record(method),
                                ElementOrigin.of(annotated, View.class, "value"))));
    }

    private Optional<ClassName> record(ExecutableElement method) {
        return types.read(method.getReturnType()) instanceof ValueType.RecordOf record
                ? Optional.of(record.name())
                : Optional.empty();
    }

    private boolean returnsHtml(ExecutableElement method) {
        ValueType result = types.read(method.getReturnType());
        String subject = "The view " + ElementOrigin.of(method).label() + " returns ";
        if (result == Scalar.HTML) {
            return true;
        }
        if (result == Scalar.STRING) {
            diagnostics.error(
                    ElementOrigin.of(method),
                    Rule.STRING_VIEW,
                    subject + "a String, which could be text or markup, so it might be escaped twice or not at all."
                            + " Return a @Template record, Html.text(...) for text, or Html.raw(...) for markup in"
                            + " which"
                            + " all outside input is escaped.");
            return false;
        }
        if (result instanceof ValueType.RecordOf record) {
            return hasRenderer(method, subject + "the record " + record.name().simpleName() + ", ");
        }
        diagnostics.error(
                ElementOrigin.of(method),
                Rule.VIEW_RESULT,
                subject + method.getReturnType() + ". Return a record that names its template with @Template, or"
                        + " Html.");
        return false;
    }

    private boolean hasRenderer(ExecutableElement method, String subject) {
        Element record = ((DeclaredType) method.getReturnType()).asElement();
        if (annotated.with(Template.class).contains(record)) {
            return true;
        }
        diagnostics.error(
                ElementOrigin.of(method),
                Rule.VIEW_RESULT,
                record.getAnnotation(Template.class) == null
                        ? subject + "which names no template. Write @Template(\"" + templateFor(record) + "\") on "
                                + record.getSimpleName() + "."
                        : subject + "which is already compiled, without a renderer for this application. Compile it"
                                + " together with the application.");
        return false;
    }

    /** A likely name for a record's template: {@code cart-page.mustache} for {@code CartPage}. */
    private static String templateFor(Element record) {
        String words = record.getSimpleName().toString().replaceAll("([a-z0-9])([A-Z])", "$1-$2");
        return words.toLowerCase(Locale.ROOT) + ".mustache";
    }
}
