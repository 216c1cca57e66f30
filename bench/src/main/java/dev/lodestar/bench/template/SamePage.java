package dev.lodestar.bench.template;

import java.util.regex.Pattern;

/** One spelling for pages that are the same. */
final class SamePage {
    private static final Pattern APOSTROPHE = Pattern.compile("&#39;|&#x27;|&apos;");

    private SamePage() {}

    /**
     * Removes white space between tags, and unescapes apostrophes, which JTE does not escape in element content, unlike
     * the others. The engines differ in nothing else here.
     */
    static String of(String page) {
        return APOSTROPHE
                .matcher(page)
                .replaceAll("'")
                .replaceAll(">\\s+", ">")
                .replaceAll("\\s+<", "<")
                .strip();
    }
}
