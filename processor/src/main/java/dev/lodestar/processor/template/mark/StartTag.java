package dev.lodestar.processor.template.mark;

import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.template.step.Fragment;
import dev.lodestar.text.ReservedIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A start tag, which decides whether its element can be a piece; throws {@link Unclear} at what must not be in it. */
final class StartTag {
    /** Names of SVG's attributes that have capitals; anything else with one may be another name in disguise. */
    private static final Set<String> WITH_CAPITALS =
            words("viewBox preserveAspectRatio gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits"
                    + " maskContentUnits patternUnits patternContentUnits patternTransform markerWidth markerHeight"
                    + " markerUnits refX refY pathLength textLength lengthAdjust startOffset attributeName repeatCount"
                    + " repeatDur calcMode keyTimes keySplines");

    /** A character that no reserved name contains: they consist of letters. */
    private static final Pattern NOT_A_PROPERTY = Pattern.compile("[^A-Za-z" + ExpressionModule.VALUE + "]");

    private static final Set<String> HIDDEN = Set.of("", "hidden");
    private static final Set<String> TOLD_BY_VALUE = Set.of("radio", "checkbox");

    private final String name;
    private final ContentModel model;
    private final List<Attribute> attributes = new ArrayList<>();

    StartTag(String name, ContentModel model) {
        this.name = name;
        this.model = model;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    String name() {
        return name;
    }

    ContentModel model() {
        return model;
    }

    int size() {
        return attributes.size();
    }

    void add(Attribute attribute) {
        String attributeName = attribute.name();
        boolean isPlain = attributeName.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
        Unclear.unless(isPlain || model.isForeign() && WITH_CAPITALS.contains(attributeName));
        // A handler could change the document, and so could the visitor.
        Unclear.unless(!attributeName.startsWith("on"));
        switch (attributeName) {
            case "is", "nonce", "contenteditable" -> throw new Unclear();
            case "hidden" -> Unclear.unless(!attribute.isVaried() && HIDDEN.contains(attribute.value()));
            case "name" -> Unclear.unless(isPlainName(attribute));
            case "id" -> {
                Unclear.unless(!hasId() && !attribute.isOptional());
                Unclear.unless(!attribute.isConstant()
                        || isPlainName(attribute) && !attribute.value().startsWith(ReservedIds.PREFIX));
            }
            default -> {}
        }
        attributes.add(attribute);
    }

    /** Whether a name is read as it is written, and a form does not need it for itself. */
    private static boolean isPlainName(Attribute attribute) {
        String name = attribute.value();
        boolean isPlain = !attribute.isVaried() && name.chars().noneMatch(c -> "&\r\n".indexOf(c) >= 0);
        return isPlain
                && (attribute.hasValues() ? NOT_A_PROPERTY.matcher(name).find() : !ReservedIds.hidesProperty(name));
    }

    /** Checks the whole tag. */
    void check() {
        attributes.forEach(attribute -> DataAttributes.check(attribute, model));
        // Visitors open and close the others, and every morph of the whole page puts that back.
        Unclear.unless(model != ContentModel.DISCLOSURE || attributes.stream().anyMatch(DataAttributes::keepsOpen));
    }

    boolean hasId() {
        return attributes.stream().anyMatch(attribute -> attribute.is("id"));
    }

    /** Whether the client puts text in the place of what the element holds. */
    boolean isFilledByClient() {
        return attributes.stream().anyMatch(DataAttributes::fills);
    }

    /**
     * What the element is by itself. The client tells elements apart not only by tag and id but also by the key, and a
     * form control by its name, its type, what it is bound to and, for some, the value. Where these differ, a morph
     * puts another element in the place of the old one, so an element in which they vary is not a piece by itself.
     */
    Fragment fragment() {
        return attributes.stream().allMatch(attribute -> attribute.isConstant() || !distinguishes(attribute))
                ? model.fragment()
                : Fragment.PART;
    }

    private boolean distinguishes(Attribute attribute) {
        return switch (attribute.name()) {
            case "data-key" -> true;
            case "name", "type" -> model.isControl();
            case "value" -> isToldByValue();
            default -> model.isControl() && attribute.name().startsWith("data-bind");
        };
    }

    private boolean isToldByValue() {
        return model == ContentModel.BUTTON
                || model == ContentModel.CHOICE
                || model == ContentModel.INPUT
                        && attributes.stream()
                                .anyMatch(
                                        attribute -> attribute.is("type") && TOLD_BY_VALUE.contains(attribute.value()));
    }
}
