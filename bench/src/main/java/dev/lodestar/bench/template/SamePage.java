package dev.lodestar.bench.template;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling of pages that are the same. */
final class SamePage {
    private static final Pattern NUMERIC = Pattern.compile("&#(?:x([0-9a-fA-F]+)|([0-9]+));");
    private static final Pattern NAMED = Pattern.compile("&quot;|&apos;");

    private SamePage() {}

    /**
     * Leaves out white space between tags and at line ends, and writes quotes that were escaped in one of their spellings,
     * which are all that engines differ in.
     */
    static String of(String page) {
        String named = NAMED.matcher(page).replaceAll(found -> found.group().equals("&quot;") ? "&#34;" : "&#39;");
        return NUMERIC.matcher(named)
                .replaceAll(SamePage::decimal)
                .replaceAll(">\\s+", ">")
                .replaceAll("\\s+<", "<")
                .strip();
    }

    private static String decimal(MatchResult found) {
        int codePoint =
                found.group(1) != null ? Integer.parseInt(found.group(1), 16) : Integer.parseInt(found.group(2));
        return Matcher.quoteReplacement("&#" + codePoint + ";");
    }
}
