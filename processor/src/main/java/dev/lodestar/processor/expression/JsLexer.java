package dev.lodestar.processor.expression;

import dev.lodestar.processor.expression.JsToken.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes JavaScript apart into tokens, from any offset on. A slash is a punctuator, a backtick too: whoever knows that a
 * regular expression or a template begins there asks for it.
 */
final class JsLexer {
    /** Stands for a value that is not known before the page is rendered. */
    static final char VALUE = '\uFFFF';

    private static final String LINE_ENDS = "\n\r\u2028\u2029";
    private static final Pattern BLANKS =
            Pattern.compile("(?:[" + Translation.SPACE + "]|//[^\n\r\u2028\u2029]*|/\\*[\\s\\S]*?\\*/)++");
    private static final String DECIMAL = "(?:0|[1-9](?:_?[0-9])*)";
    private static final Pattern NUMBER = Pattern.compile("0[xX]" + digits("[0-9a-fA-F]") + "n?|0[oO]" + digits("[0-7]")
            + "n?|0[bB]" + digits("[01]") + "n?|" + DECIMAL
            + "n|(?:" + DECIMAL + "(?:\\.(?:" + digits("[0-9]") + ")?)?|\\." + digits("[0-9]")
            + ")(?:[eE][+-]?" + digits("[0-9]") + ")?");
    private static final Pattern PUNCTUATOR = Pattern.compile(
            ">>>=|\\.{3}|[=!]==|\\*\\*=|<<=|>>=|>>>|&&=|\\|\\|=|\\?\\?="
                    + "|=>|[=!<>+*/%&|^-]=|&&|\\|\\||\\?\\?|\\?\\.(?![0-9])|\\+\\+|--|<<|>>|\\*\\*|[\\[\\]{}();,<>+*/%&|^!~?:=.`-]");
    private static final Pattern REGEX = Pattern.compile("/((?:[^\n\r\u2028\u2029/\\\\\\[]|\\\\[^\n\r\u2028\u2029]"
            + "|\\[(?:[^\n\r\u2028\u2029\\]\\\\]|\\\\[^\n\r\u2028\u2029])*+])++)/([dgimsuvy]*)");
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:0(?![0-9])|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\\{0*(?:10|[0-9a-fA-F])?[0-9a-fA-F]{1,4}}|\r\n|[^0-9xu])",
            Pattern.DOTALL);

    private final String code;

    JsLexer(String code) {
        this.code = code;
    }

    private static String digits(String digit) {
        return digit + "(?:_?" + digit + ")*";
    }

    /** The next token from an offset on. */
    JsToken next(int from) throws NotJavaScript {
        Matcher blanks = at(BLANKS, from);
        int start = blanks.lookingAt() ? blanks.end() : from;
        String skipped = code.substring(from, start);
        if (skipped.indexOf(VALUE) >= 0) {
            throw new NotJavaScript(from + skipped.indexOf(VALUE), "a value stands in a comment");
        }
        boolean afterLine = skipped.chars().anyMatch(c -> LINE_ENDS.indexOf(c) >= 0);
        if (start == code.length()) {
            return new JsToken(Kind.END, "", start, afterLine);
        }
        char c = code.charAt(start);
        if (c == VALUE) {
            return new JsToken(Kind.VALUE, String.valueOf(c), start, afterLine);
        }
        if (c == '"' || c == '\'') {
            return new JsToken(Kind.STRING, code.substring(start, stringEnd(start)), start, afterLine);
        }
        int nameEnd = nameEnd(start);
        if (nameEnd > start) {
            return new JsToken(Kind.NAME, code.substring(start, nameEnd), start, afterLine);
        }
        Matcher number = at(NUMBER, start);
        if (number.lookingAt()) {
            if (nameEnd(number.end()) > number.end() || isDigit(number.end())) {
                throw new NotJavaScript(start, "this is no number");
            }
            return new JsToken(Kind.NUMBER, number.group(), start, afterLine);
        }
        if (code.startsWith("/*", start)) {
            throw new NotJavaScript(start, "this comment is never closed");
        }
        Matcher punctuator = at(PUNCTUATOR, start);
        if (punctuator.lookingAt()) {
            return new JsToken(Kind.PUNCTUATOR, punctuator.group(), start, afterLine);
        }
        throw new NotJavaScript(start, "there is no " + Character.toString(code.codePointAt(start)) + " in JavaScript");
    }

    /** A regular expression that begins at an offset: its source and its flags are the groups. */
    Matcher regex(int start) throws NotJavaScript {
        Matcher regex = at(REGEX, start);
        if (!regex.lookingAt()) {
            throw new NotJavaScript(start, "a regular expression begins here and never ends");
        }
        if (regex.group().indexOf(VALUE) >= 0) {
            throw new NotJavaScript(start, "a value stands in this regular expression");
        }
        if (nameEnd(regex.end()) > regex.end()
                || regex.group(2).chars().distinct().count() < regex.group(2).length()
                || regex.group(2).contains("u") && regex.group(2).contains("v")) {
            throw new NotJavaScript(start, "this regular expression has flags that there are not");
        }
        return regex;
    }

    /** The offset of what ends the part of a template literal that begins at an offset: a backtick or <code>${</code>. */
    int templateEnd(int from) throws NotJavaScript {
        int i = from;
        while (i < code.length() && code.charAt(i) != '`' && !code.startsWith("${", i)) {
            i = code.charAt(i) == '\\' ? escapeEnd(i) : i + 1;
        }
        if (i >= code.length()) {
            throw new NotJavaScript(from - 1, "this template literal is never closed");
        }
        return i;
    }

    boolean isBacktick(int offset) {
        return code.charAt(offset) == '`';
    }

    private int stringEnd(int start) throws NotJavaScript {
        char quote = code.charAt(start);
        int i = start + 1;
        while (i < code.length() && code.charAt(i) != quote) {
            if (code.charAt(i) == '\n' || code.charAt(i) == '\r') {
                throw new NotJavaScript(start, "this string is not closed in its line");
            }
            i = code.charAt(i) == '\\' ? escapeEnd(i) : i + 1;
        }
        if (i >= code.length()) {
            throw new NotJavaScript(start, "this string is never closed");
        }
        return i + 1;
    }

    private int escapeEnd(int backslash) throws NotJavaScript {
        Matcher escape = at(ESCAPE, backslash);
        if (!escape.lookingAt() || escape.group().indexOf(VALUE) >= 0) {
            throw new NotJavaScript(backslash, "this backslash escapes nothing");
        }
        return escape.end();
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

    private boolean isDigit(int offset) {
        return offset < code.length() && "0123456789".indexOf(code.charAt(offset)) >= 0;
    }

    private Matcher at(Pattern pattern, int start) {
        return pattern.matcher(code).region(start, code.length()).useTransparentBounds(true);
    }
}
