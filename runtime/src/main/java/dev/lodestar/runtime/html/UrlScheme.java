package dev.lodestar.runtime.html;

import java.util.Locale;
import java.util.Set;

/** Decides which URLs may stand in a page. */
final class UrlScheme {
    /** What is written in place of a URL that may not. */
    static final String REFUSED = "about:invalid#lodestar";

    private static final Set<String> SAFE = Set.of("http", "https", "mailto", "tel");

    private UrlScheme() {}

    /**
     * Whether a URL is relative or has one of the safe schemes. A colon before the path makes a scheme; whatever a
     * browser would skip to find one (spaces, line ends, control characters) makes it an unknown one here, except
     * around it.
     */
    static boolean isSafe(String url) {
        for (int i = 0; i < url.length(); i++) {
            switch (url.charAt(i)) {
                case '/', '\\', '?', '#' -> {
                    return true;
                }
                case ':' -> {
                    return SAFE.contains(url.substring(0, i).strip().toLowerCase(Locale.ROOT));
                }
                default -> {}
            }
        }
        return true;
    }
}
