package dev.lodestar.processor.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes character references of HTML, as far as they can stand for what a URL or an expression distinguishes. */
final class CharacterReference {
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

    /** Of the names above, those that HTML knows without a semicolon too. */
    private static final Set<String> OLD = Set.of("quot", "QUOT", "amp", "AMP", "lt", "LT", "gt", "GT");

    private CharacterReference() {}

    /** Whether a character can belong to a reference that began so. */
    static boolean continues(String reference, char c) {
        if (reference.length() == 1) {
            return Letters.isLetter(c) || Letters.isDigit(c) || c == '#';
        }
        if (reference.charAt(1) != '#') {
            return Letters.isLetter(c) || Letters.isDigit(c);
        }
        if (reference.length() == 2) {
            return Letters.isDigit(c) || Letters.lower(c) == 'x';
        }
        return Letters.isDigit(c) || isHexadecimal(reference) && Letters.lower(c) >= 'a' && Letters.lower(c) <= 'f';
    }

    private static boolean isHexadecimal(String reference) {
        return reference.length() > 2 && Letters.lower(reference.charAt(2)) == 'x';
    }

    /**
     * The text that a reference in an attribute stands for, or empty if it is none that is known here.
     *
     * @param reference from its {@code &} on, without a semicolon
     * @param end what follows it
     */
    static Optional<String> text(String reference, char end) {
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
     * @param reference from its {@code &} on, without a semicolon
     * @param end what follows it
     * @return {@code a} for one that is none of those that matter
     */
    static char decode(String reference, char end) {
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

    /** The code point that a numeric reference names, or -1. */
    private static int code(String reference) {
        boolean hexadecimal = isHexadecimal(reference);
        try {
            return Integer.parseInt(reference.substring(hexadecimal ? 3 : 2), hexadecimal ? 16 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
