package dev.lodestar.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A token of JavaScript.
 *
 * @param kind its kind
 * @param text its characters
 */
record JsToken(Kind kind, String text) {
    enum Kind {
        /** A name or a keyword. */
        NAME,
        /** A number, a string or a regular expression. */
        LITERAL,
        /** An operator, a bracket or other punctuation. */
        MARK
    }

    private static final Pattern BLANK = Pattern.compile("(?:\\s|//[^\\n]*|/\\*.*?\\*/)+", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("#?[A-Za-z_$][\\w$]*");
    private static final Pattern LITERAL =
            Pattern.compile("\\d[\\w.]*|'(?:\\\\.|[^'\\\\\\n])*'|\"(?:\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern REGEX = Pattern.compile("/(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\])*\\]|[^/\\\\\\n])+/[a-z]*");
    private static final Pattern MARK = Pattern.compile(
            "=>|\\.\\.\\.|\\?\\.|\\*\\*=?|(?:\\?\\?|&&|\\|\\||<<|>>>?)=?|[!=]==?|\\+\\+|--|[-+*/%&|^<>]=?|[-~!?:;,.=()\\[\\]{}]");

    /** Keywords before a regular expression, if a slash follows. */
    private static final Set<String> BEFORE_VALUE = Set.of("return", "typeof", "case", "in", "of", "await", "void");

    /**
     * Splits a text into tokens, without comments.
     *
     * @throws IllegalStateException at syntax that it does not support, such as a template literal
     */
    static List<JsToken> read(String text) {
        List<JsToken> tokens = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            Matcher blank = BLANK.matcher(text).region(at, text.length());
            if (blank.lookingAt()) {
                at = blank.end();
                continue;
            }
            JsToken token = next(text, at, tokens.isEmpty() ? null : tokens.get(tokens.size() - 1));
            tokens.add(token);
            at += token.text().length();
        }
        return tokens;
    }

    private static JsToken next(String text, int at, @Nullable JsToken before) {
        Matcher matcher = NAME.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            return new JsToken(Kind.NAME, matcher.group());
        }
        matcher.usePattern(LITERAL);
        if (matcher.lookingAt()
                || (endsNoValue(before) && matcher.usePattern(REGEX).lookingAt())) {
            return new JsToken(Kind.LITERAL, matcher.group());
        }
        if (matcher.usePattern(MARK).lookingAt()) {
            return new JsToken(Kind.MARK, matcher.group());
        }
        int lineEnd = text.indexOf('\n', at);
        throw new IllegalStateException("cannot read this JavaScript; template literals are not supported here:\n  "
                + text.substring(at, lineEnd < 0 ? text.length() : lineEnd));
    }

    private static boolean endsNoValue(@Nullable JsToken before) {
        if (before == null) {
            return true;
        }
        return switch (before.kind()) {
            case NAME -> BEFORE_VALUE.contains(before.text());
            case LITERAL -> false;
            case MARK -> !Set.of(")", "]", "}").contains(before.text());
        };
    }

    boolean is(String mark) {
        return text.equals(mark) && kind != Kind.LITERAL;
    }

    boolean isWord() {
        return kind == Kind.NAME || (kind == Kind.LITERAL && Character.isLetterOrDigit(text.charAt(0)));
    }

    boolean opens() {
        return is("(") || is("[") || is("{");
    }

    boolean closes() {
        return is(")") || is("]") || is("}");
    }
}
