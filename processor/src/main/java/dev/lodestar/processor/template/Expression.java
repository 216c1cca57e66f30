package dev.lodestar.processor.template;

import java.util.Optional;

/**
 * A Datastar expression in an attribute: which JavaScript literals and comments are open.
 *
 * @param open one character for each thing that is open, the innermost last: a quote for a literal, <code>$</code>
 *     for an interpolation and <code>{</code> for a brace in one, {@code /} for a regular expression and {@code [}
 *     for a class in it, {@code l} and {@code c} for comments, {@code *} for a star in one, {@code e} for a
 *     backslash, {@code d} for a dollar in a template literal, {@code s} for a slash that may become a comment,
 *     {@code !} and {@code ?} for what cannot stand there
 * @param last the character before
 * @param significant the last character that is no space
 */
record Expression(String open, char last, char significant) implements AttributeValue {
    static final Expression EMPTY = new Expression("", ' ', ';');

    /** Stands for the end of a literal, which is the end of an operand. */
    private static final char OPERAND = ')';

    /** Stands for a value that is a literal of its own. */
    private static final char VALUE = '\uFFFF';

    /** Stands for what may be the end of an operand or not. */
    private static final char UNSURE = '\uFFFE';

    private static final String UNSURE_SLASH =
            "This slash divides or begins a regular expression, depending on the section before it. Put what it"
                    + " follows into brackets.";

    /** What ends a comment of one line. */
    private static final String LINE_ENDS = "\n\r\u2028\u2029";

    @Override
    public Expression next(char c) {
        return switch (top()) {
            case '\'', '"' -> literal(c);
            case '`' -> c == '$' ? push('d', c) : literal(c);
            case 'd' -> c == '{' ? pop().push('$', c) : pop().next(c);
            case 'e' -> pop().read(c);
            case '/', '[' -> regularExpression(c);
            case 'l' -> LINE_ENDS.indexOf(c) >= 0 ? pop().read(c) : read(c);
            case 'c' -> c == '*' ? push('*', c) : read(c);
            case '*' -> endOfComment(c);
            case 's' -> afterSlash(c);
            case '!', '?' -> this;
            default -> code(c);
        };
    }

    private Expression code(char c) {
        if (last == VALUE && (isPartOfName(c) || c == '\'' || c == '"' || c == '`')) {
            return push('!', c);
        }
        return switch (c) {
            case '\'', '"', '`' -> push(c, c);
            case '/' -> new Expression(open + 's', last, significant);
            case '{' -> open.isEmpty() ? read(c) : push('{', c);
            case '}' -> open.isEmpty() ? read(c) : pop().read(c);
            default -> read(c);
        };
    }

    private Expression literal(char c) {
        if (c == '\\') {
            return push('e', c);
        }
        return c == top() ? pop().read(OPERAND) : read(c);
    }

    private Expression afterSlash(char c) {
        Expression before = pop();
        return switch (c) {
            case '/' -> before.push('l', c);
            case '*' -> before.push('c', c);
            default ->
                before.divides() ? before.read('/').next(c) : before.begins().next(c);
        };
    }

    private boolean divides() {
        return endsOperand() && significant != UNSURE;
    }

    private Expression begins() {
        return significant == UNSURE ? push('?', '/') : push('/', '/');
    }

    /** After an operand a slash divides; elsewhere it begins a regular expression. */
    private boolean endsOperand() {
        return isPartOfName(significant) || significant == ')' || significant == ']' || significant == '}';
    }

    private Expression regularExpression(char c) {
        return switch (c) {
            case '\\' -> push('e', c);
            case '[' -> top() == '/' ? push('[', c) : read(c);
            case ']' -> top() == '[' ? pop().read(c) : read(c);
            case '/' -> top() == '/' ? pop().read(OPERAND) : read(c);
            default -> read(c);
        };
    }

    private Expression endOfComment(char c) {
        return switch (c) {
            case '/' -> new Expression(open.substring(0, open.length() - 2), ' ', significant);
            case '*' -> this;
            default -> pop().read(c);
        };
    }

    @Override
    public Slot slot(String name) {
        return switch (top()) {
            case '\'', '"', '`', 'd' -> new Slot.Escaped(Escaping.LITERAL_TEXT);
            case 'e' ->
                new Slot.Refused("A value cannot stand right after a backslash. Leave the backslash out; a value is"
                        + " escaped anyway.");
            case '/', '[' ->
                new Slot.Refused("A value cannot stand in a regular expression. Compare strings in the expression,"
                        + " or compute a boolean in Java.");
            case 'l', 'c', '*' ->
                new Slot.Refused("A value cannot stand in a comment of an expression. Move it out of the comment.");
            case 's' ->
                pop().divides()
                        ? new Slot.Escaped(Escaping.LITERAL)
                        : pop().begins().slot(name);
            case '?' -> new Slot.Refused(UNSURE_SLASH);
            default -> new Slot.Escaped(isNextToName() ? Escaping.NAME : Escaping.LITERAL);
        };
    }

    @Override
    public Expression afterValue() {
        char top = top();
        if (top == 's' || top == 'd') {
            return pop().afterValue();
        }
        if (open.isEmpty() || top == '$' || top == '{') {
            return read(isNextToName() ? '0' : VALUE);
        }
        return this;
    }

    @Override
    public Optional<String> broken() {
        return switch (top()) {
            case '!' ->
                Optional.of("A value in an expression becomes a whole JavaScript literal, so this cannot follow it"
                        + " directly. Write an operator between them, or put both into quotes, as in '{{width}}px'.");
            case '?' -> Optional.of(UNSURE_SLASH);
            default -> Optional.empty();
        };
    }

    private boolean isNextToName() {
        return isPartOfName(last) || last == '.' || last == '@';
    }

    @Override
    public Optional<AttributeValue> join(AttributeValue other) {
        return other instanceof Expression expression ? join(expression).map(e -> e) : Optional.empty();
    }

    /** What follows must be right after either, so the one that allows less counts. */
    Optional<Expression> join(Expression other) {
        if (!other.open.equals(open)) {
            return Optional.empty();
        }
        boolean same = endsOperand() == other.endsOperand() && significant != UNSURE && other.significant != UNSURE;
        char strictest = last == VALUE || isNextToName() && other.last != VALUE ? last : other.last;
        return Optional.of(new Expression(open, strictest, same ? other.significant : UNSURE));
    }

    @Override
    public String where() {
        return open.isEmpty() ? "" : ", inside of " + open.substring(0, 1);
    }

    private char top() {
        return open.isEmpty() ? ' ' : open.charAt(open.length() - 1);
    }

    private Expression push(char opened, char c) {
        return new Expression(open + opened, c, c);
    }

    private Expression pop() {
        return new Expression(open.substring(0, open.length() - 1), last, significant);
    }

    private Expression read(char c) {
        return new Expression(open, c, Letters.isSpace(c) ? significant : c);
    }

    private static boolean isPartOfName(char c) {
        return Letters.isLetter(c) || Letters.isDigit(c) || c == '_' || c == '$' || c >= 128;
    }
}
