package dev.lodestar.processor.template.place;

import dev.lodestar.processor.javascript.LexicalState;
import dev.lodestar.processor.javascript.LexicalState.Open;
import java.util.Optional;

/**
 * A Datastar expression in an attribute.
 *
 * @param state which JavaScript literals and comments are open
 */
record ExpressionValue(LexicalState state) implements AttributeValue {
    static final ExpressionValue EMPTY = new ExpressionValue(LexicalState.START);

    private static final String AMBIGUOUS_SLASH =
            "This slash divides or begins a regular expression, depending on the section before it. Put what precedes"
                    + " it in parentheses.";

    @Override
    public ExpressionValue next(char c) {
        return new ExpressionValue(state.next(c));
    }

    @Override
    public ExpressionValue afterValue() {
        return new ExpressionValue(state.afterValue());
    }

    @Override
    public Slot slot(String name) {
        return slot(state.innermost() == Open.SLASH ? state.withSlashDecided() : state);
    }

    private static Slot slot(LexicalState state) {
        return switch (state.innermost()) {
            case SINGLE_QUOTES, DOUBLE_QUOTES, TEMPLATE, DOLLAR -> new Slot.Escaped(Escaping.LITERAL_TEXT);
            case ESCAPE ->
                new Slot.Refused("A value is not allowed directly after a backslash. Remove the backslash; a value is"
                        + " escaped anyway.");
            case REGEX, REGEX_CLASS ->
                new Slot.Refused("A value is not allowed in a regular expression. Compare strings in the expression,"
                        + " or compute a boolean in Java.");
            case LINE_COMMENT, BLOCK_COMMENT, STAR ->
                new Slot.Refused("A value is not allowed in a comment of an expression. Move it out of the comment.");
            case AMBIGUOUS_SLASH -> new Slot.Refused(AMBIGUOUS_SLASH);
            case CODE, SUBSTITUTION, BRACE, SLASH, AFTER_LITERAL ->
                new Slot.Escaped(state.isNextToName() ? Escaping.NAME : Escaping.LITERAL);
        };
    }

    @Override
    public Optional<String> broken() {
        return switch (state.innermost()) {
            case AFTER_LITERAL ->
                Optional.of("A value in an expression becomes a whole JavaScript literal, so this cannot follow it"
                        + " directly. Write an operator between them, or put both in quotes, as in '{{width}}px'.");
            case AMBIGUOUS_SLASH -> Optional.of(AMBIGUOUS_SLASH);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<AttributeValue> join(AttributeValue other) {
        return other instanceof ExpressionValue expression
                ? state.join(expression.state).map(ExpressionValue::new)
                : Optional.empty();
    }

    @Override
    public String where() {
        return state.open().isEmpty() ? "" : described(state.open().get(0));
    }

    private static String described(Open outermost) {
        return switch (outermost) {
            case SINGLE_QUOTES, DOUBLE_QUOTES -> ", inside a string";
            case TEMPLATE -> ", inside a template literal";
            case REGEX -> ", inside a regular expression";
            case LINE_COMMENT, BLOCK_COMMENT -> ", inside a comment";
            default -> "";
        };
    }
}
