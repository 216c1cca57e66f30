package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.text.Quoted;

/** The syntax of an application's keys and prefixes. */
public final class Keys {
    private static final int LONGEST = 500;

    private Keys() {}

    /**
     * Checks a key and returns it.
     *
     * @throws IllegalArgumentException if the text is no key
     */
    public static String key(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException(
                    Quoted.of(key) + " is not a key. Write words separated by single slashes, as in todos/42: without"
                            + " control characters, none starting with a dot, at most " + LONGEST
                            + " characters in all.");
        }
        return key;
    }

    /**
     * Checks a prefix and returns it.
     *
     * @throws IllegalArgumentException if the text is no prefix
     */
    public static String prefix(String prefix) {
        if (!prefix.isEmpty() && !isKey(prefix)) {
            throw new IllegalArgumentException(
                    Quoted.of(prefix) + " is not a prefix of keys. Write whole words without a slash at the end, as in"
                            + " todos, or an empty string for all keys.");
        }
        return prefix;
    }

    /** Tells whether a text is a key. */
    public static boolean isKey(String text) {
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == Texts.END.charAt(0) || Character.isSurrogate(c) && !isPair(text, i)) {
                return false;
            }
            if (atStart && (c == '/' || c == '.')) {
                return false;
            }
            atStart = c == '/';
        }
        return !atStart && text.length() <= LONGEST;
    }

    // An unpaired surrogate has no UTF-8 form, so two such keys could be stored as the same bytes.
    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
