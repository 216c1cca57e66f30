package dev.lodestar.processor.template;

import java.util.Map;

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
            Map.entry("gt", '>'));

    private CharacterReference() {}

    /** Whether a character can belong to a reference that began so. */
    static boolean continues(String reference, char c) {
        return Letters.isLetter(c) || Letters.isDigit(c) || c == '#' && reference.length() == 1;
    }

    /**
     * The character that a reference stands for.
     *
     * @param reference from its {@code &} on, without a semicolon
     * @return {@code a} for one that is none of those that matter
     */
    static char decode(String reference) {
        if (reference.length() == 1) {
            return '&';
        }
        if (reference.charAt(1) != '#') {
            return NAMED.getOrDefault(reference.substring(1), OTHER);
        }
        boolean hexadecimal = reference.length() > 2 && Letters.lower(reference.charAt(2)) == 'x';
        try {
            int code = Integer.parseInt(reference.substring(hexadecimal ? 3 : 2), hexadecimal ? 16 : 10);
            return code < 128 ? (char) code : OTHER;
        } catch (NumberFormatException e) {
            return OTHER;
        }
    }
}
