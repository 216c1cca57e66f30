package dev.lodestar.bench.template;

import java.util.regex.Pattern;

/** One spelling of pages that are the same. */
final class SamePage {
    private static final Pattern APOSTROPHE = Pattern.compile("&#39;|&#x27;|&apos;");

    private SamePage() {}

    /**
     * Leaves out white space between tags, and writes an apostrophe as itself, which JTE leaves in element content and the
     * others escape. Engines differ in nothing else here.
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
