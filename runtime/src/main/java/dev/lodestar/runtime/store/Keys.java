package dev.lodestar.runtime.store;

import dev.lodestar.text.Quoted;

/** What keys and prefixes look like. */
final class Keys {
    private static final int LONGEST = 500;

    /** No character, and the end of every range. */
    static final char LAST = '\uffff';

    private Keys() {}

    /** Checks a key and gives it back. */
    static String key(String key) {
        if (!isPath(key)) {
            throw new IllegalArgumentException(
                    Quoted.of(key) + " is no key. Write words separated by single slashes, as in"
                            + " todos/42: without control characters, none starting with a dot, at most " + LONGEST
                            + " characters in all.");
        }
        return key;
    }

    /** Checks a prefix and gives it back. */
    static String prefix(String prefix) {
        if (!prefix.isEmpty() && !isPath(prefix)) {
            throw new IllegalArgumentException(
                    Quoted.of(prefix) + " is no prefix of keys. Write whole words without a slash"
                            + " at the end, as in todos, or nothing for all keys.");
        }
        return prefix;
    }

    /** Tells whether a text is a key. */
    static boolean isPath(String text) {
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == LAST || Character.isSurrogate(c) && !isPair(text, i)) {
                return false;
            }
            if (atStart && (c == '/' || c == '.')) {
                return false;
            }
            atStart = c == '/';
        }
        return !atStart && text.length() <= LONGEST;
    }

    // Half a pair has no UTF-8 form, so two such keys could be stored as the same bytes.
    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
