package dev.lodestar.processor.asset.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment that names a file's source map, as defined in ECMA-426. */
final class SourceMapComment {
    private static final Pattern COMMENT = Pattern.compile("[@#]\\s*sourceMappingURL=([^\\s'\"]+)\\s*");

    private SourceMapComment() {}

    /** Adds the source map, if the comment with the content between two offsets names one. */
    static void find(String text, int start, int end, FoundLinks links) {
        Matcher matcher = COMMENT.matcher(text).region(start, end);
        if (matcher.matches()) {
            links.addOptionalUrl(matcher.start(1), matcher.end(1));
        }
    }
}
