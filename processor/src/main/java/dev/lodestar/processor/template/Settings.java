package dev.lodestar.processor.template;

import java.util.Optional;

/**
 * An expression for attributes that only it names, as in {@code data-attr="{hidden: …}"}: one of them may be a link's
 * address or a handler of events, so no text can stand there.
 *
 * @param expression the same as an expression alone
 */
record Settings(Expression expression) implements AttributeValue {
    static final Settings EMPTY = new Settings(Expression.EMPTY);

    @Override
    public AttributeValue next(char c) {
        return new Settings(expression.next(c));
    }

    @Override
    public Slot slot(String name) {
        return expression.slot(name) instanceof Slot.Refused refused ? refused : new Slot.Escaped(Escaping.SETTING);
    }

    @Override
    public AttributeValue afterValue() {
        return new Settings(expression.afterValue());
    }

    @Override
    public Optional<String> broken() {
        return expression.broken();
    }

    @Override
    public Optional<AttributeValue> join(AttributeValue other) {
        return other instanceof Settings settings
                ? expression.join(settings.expression).map(Settings::new)
                : Optional.empty();
    }

    @Override
    public String where() {
        return expression.where();
    }
}
