package dev.lodestar.runtime.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which URLs may stand in a page. */
final class UrlScheme {
    /** What is written in place of a URL that may not. */
    static final String REFUSED = "about:invalid#lodestar";

    private static final Set<String> SAFE = Set.of("http", "https", "mailto", "tel");

    /** Images that consist of nothing but pixels; SVG can contain scripts. */
    private static final Pattern PICTURE =
            Pattern.compile("(?i:data:image/(?:avif|bmp|gif|jpeg|png|webp|x-icon);base64),[A-Za-z0-9+/]*={0,2}");

    private UrlScheme() {}

    /** The URL itself, or {@link #REFUSED}. */
    static String checked(String url) {
        return isSafe(url) ? url : REFUSED;
    }

    /**
     * Whether a URL is relative, has a safe scheme, or is an image. A colon before the path marks a scheme; whatever a
     * browser would skip to find one (spaces, line ends, control characters) makes it unknown here, except around it.
     */
    private static boolean isSafe(String url) {
        for (int i = 0; i < url.length(); i++) {
            switch (url.charAt(i)) {
                case '/', '\\', '?', '#' -> {
                    return true;
                }
                case ':' -> {
                    return SAFE.contains(url.substring(0, i).strip().toLowerCase(Locale.ROOT))
                            || PICTURE.matcher(url).matches();
                }
                default -> {}
            }
        }
        return true;
    }
}
