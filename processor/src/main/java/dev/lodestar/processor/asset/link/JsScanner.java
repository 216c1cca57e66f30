package dev.lodestar.processor.asset.link;

import dev.lodestar.processor.asset.link.JsToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Takes JavaScript apart into tokens, without comments. What a slash means depends on what stands before it: after a
 * value it divides, elsewhere it begins a regular expression. After a closing bracket that is told by what opened it.
 */
final class JsScanner {
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
    private static final Set<String> BEFORE_CONDITION = Set.of("if", "while", "for", "with");

    /** An open bracket: whether a value ends with it, and whether a template goes on after it. */
    private record Open(boolean value, boolean template) {}

    private final String text;
    private final FoundLinks links;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private JsToken last = new JsToken(Kind.PUNCTUATOR, ";", 0);
    /** Whether the last token ends a value. */
    private boolean afterValue;
    /** Whether the last token is a word that names a member: {@code a.return} is no keyword. */
    private boolean member;

    /** @param links takes the source map that a comment names */
    JsScanner(String text, FoundLinks links) {
        this.text = text;
        this.links = links;
        if (text.startsWith("#!")) {
            at = lineEnd(0);
        }
    }

    /** The next token; again and again the end, once it is reached. */
    JsToken next() {
        skipSpaceAndComments();
        JsToken token = at >= text.length() ? new JsToken(Kind.END, "", at) : scan(text.charAt(at));
        last = token;
        return token;
    }

    /** Whether the last token is a word after a dot. */
    boolean isMember() {
        return member;
    }

    private JsToken scan(char c) {
        if (isWordPart(c)) {
            return word();
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (c == '`') {
            return template();
        }
        boolean regex = c == '/' && !afterValue;
        int regexEnd = regex ? regexEnd() : -1;
        return regexEnd > 0 ? value(Kind.OTHER, at, regexEnd, regexEnd) : punctuator(c);
    }

    private JsToken word() {
        int start = at;
        boolean number = Character.digit(text.charAt(at), 10) >= 0;
        int end = at;
        while (end < text.length() && (isWordPart(text.charAt(end)) || number && text.charAt(end) == '.')) {
            end++;
        }
        boolean afterDot = last.isPunctuator(".") || last.isPunctuator("?.");
        JsToken token = value(number ? Kind.OTHER : Kind.WORD, start, end, end);
        member = afterDot;
        afterValue = member || !BEFORE_VALUE.contains(token.text());
        return token;
    }

    private JsToken string(char quote) {
        int end = FoundLinks.stringEnd(text, at + 1, quote);
        return value(Kind.STRING, at + 1, end, end + 1);
    }

    /** A template, or its part from a backtick or a closing brace to the next {@code ${} or backtick. */
    private JsToken template() {
        boolean begins = text.charAt(at) == '`';
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '`' && !text.startsWith("${", end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        boolean goesOn = text.startsWith("${", end);
        JsToken token = value(begins && !goesOn ? Kind.STRING : Kind.OTHER, at + 1, end, end + (goesOn ? 2 : 1));
        if (goesOn) {
            open.push(new Open(true, true));
            afterValue = false;
        }
        return token;
    }

    private JsToken punctuator(char c) {
        int start = at;
        boolean value = false;
        if (c == '(') {
            open.push(new Open(member || !BEFORE_CONDITION.contains(last.text()), false));
        } else if (c == '[') {
            open.push(new Open(true, false));
        } else if (c == '{') {
            open.push(new Open(isObject(), false));
        } else if (c == ')' || c == ']' || c == '}') {
            Open opened = open.isEmpty() ? new Open(true, false) : open.pop();
            if (c == '}' && opened.template()) {
                return template();
            }
            value = opened.value();
        }
        boolean twice = start + 1 < text.length() && text.charAt(start + 1) == c && (c == '+' || c == '-');
        boolean two = twice || text.startsWith("?.", start) || text.startsWith("=>", start);
        JsToken token = value(Kind.PUNCTUATOR, start, start + (two ? 2 : 1), start + (two ? 2 : 1));
        afterValue = value || twice;
        return token;
    }

    // A brace opens an object where a value is expected, and a block where a statement is.
    private boolean isObject() {
        return last.kind() == Kind.PUNCTUATOR
                ? "=,([:?&|+!~<>".contains(last.text())
                : last.kind() == Kind.WORD
                        && BEFORE_VALUE.contains(last.text())
                        && !last.text().equals("do")
                        && !last.text().equals("else");
    }

    // The offset after a regular expression and its flags, or -1 if it does not end in this line and so is none.
    private int regexEnd() {
        boolean inClass = false;
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '/' && !inClass) {
                int end = i + 1;
                while (end < text.length() && isWordPart(text.charAt(end))) {
                    end++;
                }
                return end;
            }
        }
        return -1;
    }

    private JsToken value(Kind kind, int start, int end, int next) {
        at = Math.min(next, text.length());
        afterValue = true;
        member = false;
        return new JsToken(kind, text.substring(start, end), start);
    }

    private void skipSpaceAndComments() {
        while (at < text.length()) {
            boolean line = text.startsWith("//", at);
            if (line || text.startsWith("/*", at)) {
                int close = line ? lineEnd(at) : text.indexOf("*/", at + 2);
                int end = close < 0 ? text.length() : close;
                SourceMapComment.find(text, at + 2, end, links);
                at = Math.min(line ? end : end + 2, text.length());
            } else if (text.charAt(at) <= ' ') {
                at++;
            } else {
                return;
            }
        }
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    // Bytes beyond ASCII are parts of letters, or of spaces that nothing here depends on.
    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '$'
                || c == '#'
                || c >= 0x80;
    }
}
