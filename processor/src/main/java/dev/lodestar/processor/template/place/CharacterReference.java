package dev.lodestar.processor.template.place;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes character references of HTML, as far as a URL or an expression distinguishes what they stand for. */
public final class CharacterReference {
    private static final char OTHER = 'a';
    private static final Map<String, Character> NAMED = Map.ofEntries(
            Map.entry("quot", '"'),
            Map.entry("QUOT", '"'),
            Map.entry("apos", '\''),
            Map.entry("amp", '&'),
            Map.entry("AMP", '&'),
            Map.entry("grave", '`'),
            Map.entry("DiacriticalGrave", '`'),
            Map.entry("bsol", '\\'),
            Map.entry("sol", '/'),
            Map.entry("colon", ':'),
            Map.entry("semi", ';'),
            Map.entry("quest", '?'),
            Map.entry("num", '#'),
            Map.entry("dollar", '$'),
            Map.entry("ast", '*'),
            Map.entry("midast", '*'),
            Map.entry("lpar", '('),
            Map.entry("rpar", ')'),
            Map.entry("lcub", '{'),
            Map.entry("lbrace", '{'),
            Map.entry("rcub", '}'),
            Map.entry("rbrace", '}'),
            Map.entry("lbrack", '['),
            Map.entry("lsqb", '['),
            Map.entry("rbrack", ']'),
            Map.entry("rsqb", ']'),
            Map.entry("Tab", '\t'),
            Map.entry("NewLine", '\n'),
            Map.entry("equals", '='),
            Map.entry("comma", ','),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("LT", '<'),
            Map.entry("GT", '>'),
            Map.entry("excl", '!'),
            Map.entry("percnt", '%'),
            Map.entry("plus", '+'),
            Map.entry("period", '.'),
            Map.entry("commat", '@'),
            Map.entry("Hat", '^'),
            Map.entry("lowbar", '_'),
            Map.entry("UnderBar", '_'),
            Map.entry("vert", '|'),
            Map.entry("verbar", '|'),
            Map.entry("VerticalLine", '|'));

    /** The names above that HTML also knows without a semicolon. */
    private static final Set<String> OLD = Set.of("quot", "QUOT", "amp", "AMP", "lt", "LT", "gt", "GT");

    private CharacterReference() {}

    /** Whether a character can continue a reference. */
    public static boolean continues(String reference, char c) {
        if (reference.length() == 1) {
            return HtmlCharacters.isLetter(c) || HtmlCharacters.isDigit(c) || c == '#';
        }
        if (reference.charAt(1) != '#') {
            return HtmlCharacters.isLetter(c) || HtmlCharacters.isDigit(c);
        }
        if (reference.length() == 2) {
            return HtmlCharacters.isDigit(c) || HtmlCharacters.lower(c) == 'x';
        }
        return HtmlCharacters.isDigit(c)
                || isHexadecimal(reference) && HtmlCharacters.lower(c) >= 'a' && HtmlCharacters.lower(c) <= 'f';
    }

    private static boolean isHexadecimal(String reference) {
        return reference.length() > 2 && HtmlCharacters.lower(reference.charAt(2)) == 'x';
    }

    /**
     * The text that a reference in an attribute stands for, or empty if it is unknown here.
     *
     * @param reference the reference from its {@code &} on, without a semicolon
     * @param end the character after it
     */
    public static Optional<String> text(String reference, char end) {
        if (reference.length() == 1 || reference.charAt(1) != '#' && end == '=') {
            return Optional.of(reference);
        }
        if (reference.charAt(1) != '#') {
            String name = reference.substring(1);
            return Optional.ofNullable(end == ';' || OLD.contains(name) ? NAMED.get(name) : null)
                    .map(String::valueOf);
        }
        int code = code(reference);
        boolean known = code > 0 && code < 0x80 || code >= 0xA0 && code <= Character.MAX_CODE_POINT;
        return known && !(code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)
                ? Optional.of(Character.toString(code))
                : Optional.empty();
    }

    /**
     * The character that a reference in an attribute stands for.
     *
     * @param reference the reference from its {@code &} on, without a semicolon
     * @param end the character after it
     * @return {@code a} if it is not one that matters
     */
    public static char decode(String reference, char end) {
        if (reference.length() == 1) {
            return '&';
        }
        if (reference.charAt(1) != '#') {
            String name = reference.substring(1);
            boolean known = end == ';' || end != '=' && OLD.contains(name);
            return known ? NAMED.getOrDefault(name, OTHER) : OTHER;
        }
        int code = code(reference);
        return code >= 0 && code < 128 ? (char) code : OTHER;
    }

    /** The code point of a numeric reference, or -1. */
    private static int code(String reference) {
        boolean hexadecimal = isHexadecimal(reference);
        try {
            return Integer.parseInt(reference.substring(hexadecimal ? 3 : 2), hexadecimal ? 16 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
