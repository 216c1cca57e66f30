package dev.lodestar.processor.javascript;

import dev.lodestar.processor.javascript.LexicalState.Open;
import dev.lodestar.processor.javascript.Token.Kind;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits JavaScript into tokens, from any offset on. A slash and a backtick are punctuators: a caller that knows that a
 * regular expression or a template literal begins there asks for it. Immutable.
 */
public final class Lexer {
    /** Represents a value that is not known before the page is rendered. */
    public static final char VALUE = '\uFFFF';

    /** The white space of JavaScript, as the content of a character class of a regular expression. */
    public static final String SPACE =
            "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private static final Pattern BLANKS = Pattern.compile("[" + SPACE + "]++");
    private static final String DECIMAL = "(?:0|[1-9](?:_?[0-9])*+)";
    private static final Pattern NUMBER = Pattern.compile("0[xX]" + digits("[0-9a-fA-F]") + "n?|0[oO]" + digits("[0-7]")
            + "n?|0[bB]" + digits("[01]") + "n?|" + DECIMAL
            + "n|(?:" + DECIMAL + "(?:\\.(?:" + digits("[0-9]") + ")?)?|\\." + digits("[0-9]")
            + ")(?:[eE][+-]?" + digits("[0-9]") + ")?");
    private static final Pattern PUNCTUATOR =
            Pattern.compile(">>>=|\\.{3}|[=!]==|\\*\\*=|<<=|>>=|>>>|&&=|\\|\\|=|\\?\\?="
                    + "|=>|[=!<>+*/%&|^-]=|&&|\\|\\||\\?\\?|\\?\\.(?![0-9])|\\+\\+|--|<<|>>|\\*\\*"
                    + "|[\\[\\]{}();,<>+*/%&|^!~?:=.`-]");
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:0(?![0-9])|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}"
                    + "|u\\{0*(?:10|[0-9a-fA-F])?[0-9a-fA-F]{1,4}}|\r\n|[^0-9xu])",
            Pattern.DOTALL);

    private final String code;
    private final Comments comments;

    /** Receives the comments that the lexer skips. */
    @FunctionalInterface
    public interface Comments {
        /**
         * Receives a comment between two offsets.
         *
         * @param start the offset of its first slash
         * @param end the offset after its last character
         */
        void found(int start, int end);
    }

    /**
     * A regular expression.
     *
     * @param end the offset after its flags
     */
    public record Regex(String source, String flags, int end) {}

    /** A lexer of a text. */
    public Lexer(String code) {
        this(code, (start, end) -> {});
    }

    Lexer(String code, Comments comments) {
        this.code = code;
        this.comments = comments;
    }

    private static String digits(String digit) {
        return digit + "(?:_?" + digit + ")*+";
    }

    /**
     * The next token from an offset on.
     *
     * @throws NotJavaScript if no token can begin there
     */
    public Token read(int from) throws NotJavaScript {
        Token token = next(from);
        if (token.kind() == Kind.INVALID) {
            throw problem(token);
        }
        return token;
    }

    /** The next token from an offset on; what is not valid is a token of its own. */
    public Token next(int from) {
        int start = skip(from);
        boolean afterLine = code.substring(from, start).chars().anyMatch(c -> LexicalState.isLineEnd((char) c));
        if (start == code.length()) {
            return new Token(Kind.END, "", start, afterLine);
        }
        int end = start + 1;
        Kind kind = Kind.INVALID;
        char c = code.charAt(start);
        Matcher number = at(NUMBER, start);
        Matcher punctuator = at(PUNCTUATOR, start);
        if (c == VALUE) {
            kind = Kind.VALUE;
        } else if (c == '"' || c == '\'') {
            int closed = literalEnd(start);
            end = closed < 0 ? ~closed : closed;
            kind = closed < 0 || wrongEscape(start, end).isPresent() ? Kind.INVALID : Kind.STRING;
        } else if (nameEnd(start) > start) {
            end = nameEnd(start);
            kind = Kind.NAME;
        } else if (number.lookingAt()) {
            end = Math.max(number.end(), wordEnd(number.end()));
            kind = end > number.end() ? Kind.INVALID : Kind.NUMBER;
        } else if (startsComment(start)) {
            int closed = literalEnd(start);
            end = closed < 0 ? ~closed : closed;
        } else if (punctuator.lookingAt()) {
            end = punctuator.end();
            kind = Kind.PUNCTUATOR;
        } else if (c == '#') {
            end = Math.max(end, nameEnd(end));
        }
        return new Token(kind, code.substring(start, end), start, afterLine);
    }

    /** The offset after white space and comments, except those that are never closed or have a value in them. */
    private int skip(int from) {
        int at = from;
        while (true) {
            Matcher blanks = at(BLANKS, at);
            if (blanks.lookingAt()) {
                at = blanks.end();
            }
            int end = startsComment(at) ? literalEnd(at) : -1;
            if (end < 0 || code.substring(at, end).indexOf(VALUE) >= 0) {
                return at;
            }
            comments.found(at, end);
            at = end;
        }
    }

    private boolean startsComment(int offset) {
        return code.startsWith("//", offset) || code.startsWith("/*", offset);
    }

    /** Says what is wrong with an invalid token. */
    private NotJavaScript problem(Token token) {
        int start = token.start();
        char c = code.charAt(start);
        if (c == '"' || c == '\'') {
            OptionalInt escape = wrongEscape(start, token.end());
            if (escape.isPresent()) {
                return notAnEscape(escape.getAsInt());
            }
            boolean isLine = token.end() < code.length();
            return new NotJavaScript(start, "this string is " + (isLine ? "not closed on its line" : "never closed"));
        }
        if (c == '/') {
            int value = literalEnd(start) < 0 ? -1 : token.text().indexOf(VALUE);
            return value < 0
                    ? new NotJavaScript(start, "this comment is never closed")
                    : new NotJavaScript(start + value, "a value is not allowed in a comment");
        }
        return at(NUMBER, start).lookingAt()
                ? new NotJavaScript(start, "this is not a number")
                : new NotJavaScript(
                        start, Character.toString(code.codePointAt(start)) + " means nothing in JavaScript");
    }

    /**
     * The regular expression that begins with the slash at an offset.
     *
     * @throws NotJavaScript if there is no valid one
     */
    public Regex regex(int start) throws NotJavaScript {
        int slash = literalEnd(start) - 1;
        if (slash < 0) {
            throw new NotJavaScript(start, "a regular expression begins here and never ends");
        }
        int end = nameEnd(slash + 1);
        String flags = code.substring(slash + 1, end);
        if (code.substring(start, slash).indexOf(VALUE) >= 0) {
            throw new NotJavaScript(start, "a value is not allowed in a regular expression");
        }
        if (!flags.matches("[dgimsuvy]*")
                || flags.chars().distinct().count() < flags.length()
                || flags.contains("u") && flags.contains("v")) {
            throw new NotJavaScript(start, "this regular expression has invalid flags");
        }
        return new Regex(code.substring(start + 1, slash), flags, end);
    }

    /** The offset after the regular expression and its flags that begin with a slash; -1 if none does. */
    int regexEnd(int start) {
        int end = literalEnd(start);
        return end < 0 ? -1 : nameEnd(end);
    }

    /**
     * The offset of what ends the part of a template literal that begins at an offset: a backtick or <code>${</code>.
     *
     * @throws NotJavaScript if it is never closed, or has an invalid escape
     */
    public int templateEnd(int from) throws NotJavaScript {
        int end = templatePartEnd(from);
        OptionalInt escape = wrongEscape(from, end < 0 ? code.length() : end);
        if (escape.isPresent()) {
            throw notAnEscape(escape.getAsInt());
        }
        if (end < 0) {
            throw new NotJavaScript(from - 1, "this template literal is never closed");
        }
        return end;
    }

    /** The same without a look at escapes; -1 if it is never closed. */
    int templatePartEnd(int from) {
        LexicalState state = LexicalState.START.next('`');
        for (int i = from; i < code.length(); i++) {
            state = state.next(code.charAt(i));
            if (state.open().isEmpty()) {
                return i;
            }
            if (state.innermost() == Open.SUBSTITUTION) {
                return i - 1;
            }
        }
        return -1;
    }

    /** Whether there is a backtick at an offset. */
    public boolean isBacktick(int offset) {
        return code.charAt(offset) == '`';
    }

    /**
     * The offset after the string, regular expression or comment that begins at an offset; before the end of the line,
     * if that ends it.
     *
     * @return where it breaks off, as a bitwise complement, if it is not closed
     */
    private int literalEnd(int start) {
        LexicalState state = LexicalState.START;
        for (int i = start; i < code.length(); i++) {
            char c = code.charAt(i);
            if (breaksOff(state, i)) {
                return ~i;
            }
            state = state.next(c);
            if (state.open().isEmpty()) {
                return LexicalState.isLineEnd(c) ? i : i + 1;
            }
        }
        return state.innermost() == Open.LINE_COMMENT ? code.length() : ~code.length();
    }

    /** Whether a literal that cannot go beyond its line ends with it. */
    private boolean breaksOff(LexicalState state, int offset) {
        char c = code.charAt(offset);
        if (!LexicalState.isLineEnd(c)) {
            return false;
        }
        return switch (state.innermost()) {
            case SINGLE_QUOTES, DOUBLE_QUOTES -> (c == '\n' || c == '\r') && !code.startsWith("\\\r\n", offset - 2);
            case REGEX, REGEX_CLASS, SLASH -> true;
            case ESCAPE -> state.open().get(0) == Open.REGEX;
            default -> false;
        };
    }

    private OptionalInt wrongEscape(int start, int end) {
        int i = start;
        while (i < end) {
            if (code.charAt(i) != '\\') {
                i++;
                continue;
            }
            Matcher escape = at(ESCAPE, i);
            if (!escape.lookingAt() || escape.group().indexOf(VALUE) >= 0) {
                return OptionalInt.of(i);
            }
            i = escape.end();
        }
        return OptionalInt.empty();
    }

    private static NotJavaScript notAnEscape(int backslash) {
        return new NotJavaScript(backslash, "this backslash begins no escape");
    }

    private int nameEnd(int start) {
        int i = start;
        while (i < code.length()) {
            int c = code.codePointAt(i);
            boolean fits = c == '$'
                    || c == '_'
                    || (i == start
                            ? Character.isUnicodeIdentifierStart(c)
                            : Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
            if (!fits) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** The offset after digits and what can follow them in a name. */
    private int wordEnd(int start) {
        int i = start;
        while (i < code.length() && "0123456789".indexOf(code.charAt(i)) >= 0) {
            i++;
        }
        return nameEnd(i);
    }

    private Matcher at(Pattern pattern, int start) {
        return pattern.matcher(code).region(start, code.length()).useTransparentBounds(true);
    }
}
