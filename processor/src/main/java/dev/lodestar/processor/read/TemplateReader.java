package dev.lodestar.processor.read;

import dev.lodestar.Template;
import dev.lodestar.processor.application.Application.TemplateRecord;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads {@code @Template} records. */
record TemplateReader(Visibility visibility, TypeReader types, Diagnostics diagnostics) {

    /** The record, or empty if there is a problem, which was reported. */
    Optional<TemplateRecord> read(TypeElement element) {
        ElementOrigin origin = ElementOrigin.of(element, Template.class, "value");
        boolean isRecord = element.getKind() == ElementKind.RECORD;
        if (!isRecord || !element.getTypeParameters().isEmpty()) {
            diagnostics.error(
                    origin,
                    Rule.TEMPLATE_RECORD,
                    "@Template is on " + element.getSimpleName() + ", which "
                            + (isRecord ? "has type parameters. " : "is not a record. ")
                            + "The template's variables are the components of a record, so their types must be known:"
                            + " write record " + element.getSimpleName() + "(...) {}.");
            return Optional.empty();
        }
        Optional<String> obstacle = visibility.obstacle(element);
        if (obstacle.isPresent()) {
            diagnostics.error(
                    ElementOrigin.of(element),
                    Rule.NOT_VISIBLE,
                    "The record " + element.getSimpleName() + " is not visible to its renderer: " + obstacle.get());
            return Optional.empty();
        }
        String template = element.getAnnotation(Template.class).value();
        return Optional.of(new TemplateRecord(types.record(element).name(), template, origin));
    }
}
