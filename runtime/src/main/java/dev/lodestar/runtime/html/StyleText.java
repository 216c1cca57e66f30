package dev.lodestar.runtime.html;

/** Decides which texts may stand in a CSS declaration: those that can neither end it nor load or hide anything. */
final class StyleText {
    /** What is written in place of a text that may not. */
    static final String REFUSED = "refused";

    private static final String BESIDE_WORDS = " #%.,+-_";

    private StyleText() {}

    static boolean isSafe(String text) {
        return text.chars()
                .allMatch(c -> c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || BESIDE_WORDS.indexOf(c) >= 0);
    }
}
