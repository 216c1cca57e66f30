package dev.lodestar.processor.asset.link;

import java.util.List;
import java.util.Locale;

/**
 * Finds {@code url(...)}, the strings of {@code @import} and {@code image-set(...)}, and the source map of a style
 * sheet, using the tokens of CSS Syntax 3.
 */
final class CssLinks {
    private static final String WHITESPACE = " \t\n\r\f";

    private final String text;
    private final FoundLinks links;
    private int at;
    /** Whether {@code @import} was the last token: a string after it is a URL. */
    private boolean importing;
    /** How many parentheses enclose the strings of the current {@code image-set}; 0 if there is none. */
    private int imageSet;

    private int depth;

    CssLinks(String text) {
        this.text = text;
        this.links = new FoundLinks(text, CssLinks::unescape);
    }

    List<Link> find() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("/*", at)) {
                comment();
            } else if (c == '"' || c == '\'') {
                string(importing || imageSet > 0 && imageSet == depth);
                importing = false;
            } else if (isName(c) || c == '@') {
                name();
            } else {
                punctuation(c);
            }
        }
        return links.all();
    }

    private void punctuation(char c) {
        if (c == '(') {
            depth++;
        } else if (c == ')') {
            imageSet = imageSet == depth ? 0 : imageSet;
            depth = Math.max(0, depth - 1);
        }
        importing &= WHITESPACE.indexOf(c) >= 0;
        at++;
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        end = end < 0 ? text.length() : end;
        SourceMapComment.find(text, at + 2, end, links);
        at = Math.min(end + 2, text.length());
    }

    private void string(boolean isUrl) {
        int start = at + 1;
        int end = FoundLinks.stringEnd(text, start, text.charAt(at));
        if (isUrl) {
            links.addUrl(start, end);
        }
        at = Math.min(end + 1, text.length());
    }

    private void name() {
        int start = at++;
        while (at < text.length() && isName(text.charAt(at))) {
            at = text.charAt(at) == '\\' ? escapeEnd(text, at) : at + 1;
        }
        at = Math.min(at, text.length());
        String name = text.substring(start, at).toLowerCase(Locale.ROOT);
        boolean function = at < text.length() && text.charAt(at) == '(';
        if (function && name.equals("url")) {
            url();
        } else if (function && name.endsWith("image-set") && imageSet == 0) {
            imageSet = depth + 1;
        }
        importing = name.equals("@import");
    }

    private void url() {
        at = skipWhitespace(at + 1);
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            string(true);
            depth++; // modifiers may follow, and the closing parenthesis
            return;
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != ')' && WHITESPACE.indexOf(text.charAt(at)) < 0) {
            at = text.charAt(at) == '\\' ? escapeEnd(text, at) : at + 1;
        }
        at = Math.min(at, text.length());
        int end = at;
        at = skipWhitespace(at);
        if (at < text.length() && text.charAt(at) == ')') {
            links.addUrl(start, end);
            at++;
        }
    }

    private int skipWhitespace(int from) {
        int i = from;
        while (i < text.length() && WHITESPACE.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "-_\\".indexOf(c) >= 0
                || c >= 0x80;
    }

    // A backslash and one character or up to six hexadecimal digits, which a space may end.
    private static int escapeEnd(String text, int start) {
        int i = start + 1;
        while (i < text.length() && i < start + 7 && Character.digit(text.charAt(i), 16) >= 0) {
            i++;
        }
        boolean marked = i > start + 1 && i < text.length() && WHITESPACE.indexOf(text.charAt(i)) >= 0;
        return Math.min(i == start + 1 || marked ? i + 1 : i, text.length());
    }

    private static String unescape(String escaped) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\' || i + 1 == escaped.length()) {
                plain.append(c);
                continue;
            }
            int end = escapeEnd(escaped, i);
            String escape = escaped.substring(i + 1, end);
            if (Character.digit(escape.charAt(0), 16) >= 0) {
                plain.append(FoundLinks.encoded(Integer.parseInt(escape.strip(), 16)));
            } else if (!escape.equals("\n")) {
                plain.append(escape);
            }
            i = end - 1;
        }
        return plain.toString();
    }
}
