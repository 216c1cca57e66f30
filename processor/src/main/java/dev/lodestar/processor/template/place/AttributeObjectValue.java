package dev.lodestar.processor.template.place;

import java.util.Optional;

/**
 * An expression that names the attributes it sets, as in {@code data-attr="{hidden: …}"}: one of them may be a link's
 * address or an event handler, so no text is allowed.
 *
 * @param expression the same as a plain expression
 */
record AttributeObjectValue(ExpressionValue expression) implements AttributeValue {
    static final AttributeObjectValue EMPTY = new AttributeObjectValue(ExpressionValue.EMPTY);

    @Override
    public AttributeValue next(char c) {
        return new AttributeObjectValue(expression.next(c));
    }

    @Override
    public Slot slot(String name) {
        return expression.slot(name) instanceof Slot.Refused refused ? refused : new Slot.Escaped(Escaping.SETTING);
    }

    @Override
    public AttributeValue afterValue() {
        return new AttributeObjectValue(expression.afterValue());
    }

    @Override
    public Optional<String> broken() {
        return expression.broken();
    }

    @Override
    public Optional<AttributeValue> join(AttributeValue other) {
        return other instanceof AttributeObjectValue settings
                ? expression
                        .state()
                        .join(settings.expression.state())
                        .map(state -> new AttributeObjectValue(new ExpressionValue(state)))
                : Optional.empty();
    }

    @Override
    public String where() {
        return expression.where();
    }
}
