package dev.lodestar.processor.javascript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is open between two characters of JavaScript: the literals and comments that the text so far has begun and not
 * ended. It advances character by character, so it works where a text comes in parts, with values and alternatives
 * between them. Immutable.
 *
 * @param open what is open, the innermost last
 * @param last the character before
 * @param significant the last character that is not white space
 * @param word the name that ends here while it can be a keyword, a dot if it cannot; empty after anything else
 */
public record LexicalState(List<Open> open, char last, char significant, String word) {
    /** The state at the start of a text. */
    public static final LexicalState START = new LexicalState(List.of(), ' ', ';', "");

    /** Keywords after which a value follows, so that a slash begins a regular expression. */
    private static final Set<String> BEFORE_VALUE = Set.of(
            "await",
            "case",
            "delete",
            "do",
            "else",
            "in",
            "instanceof",
            "new",
            "of",
            "return",
            "throw",
            "typeof",
            "void",
            "yield");

    private static final String LINE_ENDS = "\n\r\u2028\u2029";
    /** Represents a name that is not one of these keywords, however it continues. */
    private static final String NO_KEYWORD = ".";
    /** Represents the end of a literal, which ends an operand. */
    private static final char OPERAND = ')';
    /** Represents a keyword before a value. */
    private static final char OPERATOR = ';';
    /** Represents a value that is a literal of its own. */
    private static final char VALUE = '\uFFFF';
    /** Represents what may end an operand or not. */
    private static final char UNSURE = '\uFFFE';

    /** What can be open. */
    public enum Open {
        /** Nothing: plain code. */
        CODE,
        /** A string in single quotes. */
        SINGLE_QUOTES,
        /** A string in double quotes. */
        DOUBLE_QUOTES,
        /** A template literal. */
        TEMPLATE,
        /** A dollar sign in a template literal, which may begin a substitution. */
        DOLLAR,
        /** A substitution in a template literal. */
        SUBSTITUTION,
        /** A brace in a substitution. */
        BRACE,
        /** A regular expression. */
        REGEX,
        /** A character class in a regular expression. */
        REGEX_CLASS,
        /** A backslash in a literal, which escapes the next character. */
        ESCAPE,
        /** A slash, which divides or begins a comment or a regular expression, depending on the next character. */
        SLASH,
        /** A comment that ends with its line. */
        LINE_COMMENT,
        /** A comment that ends with a star and a slash. */
        BLOCK_COMMENT,
        /** A star in a block comment. */
        STAR,
        /** Text directly after a value that is a literal of its own: invalid, whatever follows. */
        AFTER_LITERAL,
        /** A slash that divides or begins a regular expression depending on an alternative: invalid. */
        AMBIGUOUS_SLASH
    }

    /** Copies the list. */
    public LexicalState {
        open = List.copyOf(open);
    }

    /** What is open innermost. */
    public Open innermost() {
        return open.isEmpty() ? Open.CODE : open.get(open.size() - 1);
    }

    /** The state after one more character. */
    public LexicalState next(char c) {
        return switch (innermost()) {
            case CODE, SUBSTITUTION, BRACE -> code(c);
            case SINGLE_QUOTES -> literal(c, '\'');
            case DOUBLE_QUOTES -> literal(c, '"');
            case TEMPLATE -> c == '$' ? push(Open.DOLLAR, c) : literal(c, '`');
            case DOLLAR -> c == '{' ? pop().push(Open.SUBSTITUTION, c) : pop().next(c);
            case REGEX, REGEX_CLASS -> regex(c);
            case ESCAPE -> pop().readLiteral(c);
            case SLASH -> afterSlash(c);
            case LINE_COMMENT -> isLineEnd(c) ? afterComment(1) : this;
            case BLOCK_COMMENT -> c == '*' ? open(Open.STAR) : this;
            case STAR -> afterStar(c);
            case AFTER_LITERAL, AMBIGUOUS_SLASH -> this;
        };
    }

    private LexicalState code(char c) {
        if (last == VALUE && (isPartOfName(c) || c == '\'' || c == '"' || c == '`')) {
            return push(Open.AFTER_LITERAL, c);
        }
        return switch (c) {
            case '\'' -> push(Open.SINGLE_QUOTES, c);
            case '"' -> push(Open.DOUBLE_QUOTES, c);
            case '`' -> push(Open.TEMPLATE, c);
            case '/' -> open(Open.SLASH);
            case '{' -> open.isEmpty() ? read(c) : push(Open.BRACE, c);
            case '}' -> open.isEmpty() ? read(c) : pop().read(c);
            default -> read(c);
        };
    }

    private LexicalState literal(char c, char quote) {
        if (c == '\\') {
            return push(Open.ESCAPE, c);
        }
        return c == quote ? pop().read(OPERAND) : readLiteral(c);
    }

    private LexicalState regex(char c) {
        boolean isClass = innermost() == Open.REGEX_CLASS;
        return switch (c) {
            case '\\' -> push(Open.ESCAPE, c);
            case '[' -> isClass ? readLiteral(c) : push(Open.REGEX_CLASS, c);
            case ']' -> isClass ? pop().readLiteral(c) : readLiteral(c);
            case '/' -> isClass ? readLiteral(c) : pop().read(OPERAND);
            default -> readLiteral(c);
        };
    }

    private LexicalState afterSlash(char c) {
        LexicalState before = pop();
        return switch (c) {
            case '/' -> before.open(Open.LINE_COMMENT);
            case '*' -> before.open(Open.BLOCK_COMMENT);
            default ->
                before.divides()
                        ? before.read('/').next(c)
                        : before.beginRegex().next(c);
        };
    }

    private LexicalState afterStar(char c) {
        return switch (c) {
            case '/' -> afterComment(2);
            case '*' -> this;
            default -> pop();
        };
    }

    /** A comment counts as white space: what stood before it is still what came last. */
    private LexicalState afterComment(int closed) {
        return new LexicalState(open.subList(0, open.size() - closed), ' ', significant, word);
    }

    /** The state after a value that a template writes here. */
    public LexicalState afterValue() {
        return switch (innermost()) {
            case SLASH -> withSlashDecided().afterValue();
            case DOLLAR -> pop().afterValue();
            case CODE, SUBSTITUTION, BRACE -> read(isNextToName() ? '0' : VALUE);
            default -> this;
        };
    }

    /** Whether a value here would become a part of a name. */
    public boolean isNextToName() {
        return isPartOfName(last) || last == '.' || last == '@';
    }

    /** The state after the slash that is open, if a value follows it: it divides or begins a regular expression. */
    public LexicalState withSlashDecided() {
        LexicalState before = pop();
        return before.divides() ? before.read('/') : before.beginRegex();
    }

    private boolean divides() {
        return endsOperand() && significant != UNSURE;
    }

    private LexicalState beginRegex() {
        return push(significant == UNSURE ? Open.AMBIGUOUS_SLASH : Open.REGEX, '/');
    }

    /** After an operand a slash divides; elsewhere it begins a regular expression. */
    private boolean endsOperand() {
        return isPartOfName(significant) && !precedesValue(word)
                || significant == ')'
                || significant == ']'
                || significant == '}';
    }

    /**
     * The state that covers both, if what follows can come after either. It must be right after both, so the stricter
     * one counts.
     */
    public Optional<LexicalState> join(LexicalState other) {
        if (!other.open.equals(open)) {
            return Optional.empty();
        }
        boolean same = endsOperand() == other.endsOperand() && significant != UNSURE && other.significant != UNSURE;
        char strictest = last == VALUE || isNextToName() && other.last != VALUE ? last : other.last;
        return Optional.of(new LexicalState(
                open, strictest, same ? other.significant : UNSURE, word.equals(other.word) ? word : NO_KEYWORD));
    }

    private LexicalState read(char c) {
        if (isPartOfName(c)) {
            String longer = isPartOfName(last) ? word + c : significant == '.' ? NO_KEYWORD : String.valueOf(c);
            boolean canBeKeyword = BEFORE_VALUE.stream().anyMatch(keyword -> keyword.startsWith(longer));
            return new LexicalState(open, c, c, canBeKeyword ? longer : NO_KEYWORD);
        }
        char before = precedesValue(word) ? OPERATOR : significant;
        return new LexicalState(open, c, isSpace(c) ? before : c, "");
    }

    /** Reads a character of a literal, in which words mean nothing. */
    private LexicalState readLiteral(char c) {
        return new LexicalState(open, c, isSpace(c) ? significant : c, "");
    }

    private LexicalState push(Open opened, char c) {
        return new LexicalState(open(opened).open, c, c, "");
    }

    /** The same state with one more thing open. */
    private LexicalState open(Open opened) {
        List<Open> more = new ArrayList<>(open);
        more.add(opened);
        return new LexicalState(more, last, significant, word);
    }

    private LexicalState pop() {
        return new LexicalState(open.subList(0, open.size() - 1), last, significant, word);
    }

    /** Whether this is a keyword after which a value follows. */
    static boolean precedesValue(String word) {
        return BEFORE_VALUE.contains(word);
    }

    /** Whether a line ends with this character. */
    static boolean isLineEnd(char c) {
        return LINE_ENDS.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isPartOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c >= 128;
    }
}
