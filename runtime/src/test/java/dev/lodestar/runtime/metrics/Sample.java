package dev.lodestar.runtime.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text format of Prometheus, version 0.0.4, in which every line is a comment or a sample, and the type of
 * each metric comes before its samples.
 */
final class Sample {
    private static final Pattern LINE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{(?:[a-zA-Z_]\\w*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)*})?) (\\S+)");
    private static final Pattern COMMENT =
            Pattern.compile("# (HELP \\w+ .+|TYPE \\w+ (counter|gauge|summary|histogram))");

    private Sample() {}

    /** The samples, by name and labels. */
    static Map<String, Double> parse(String text) {
        Map<String, Double> samples = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            Matcher sample = LINE.matcher(line);
            if (sample.matches()) {
                samples.put(sample.group(1), Double.valueOf(sample.group(2)));
            } else if (!COMMENT.matcher(line).matches()) {
                throw new AssertionError("not a line of the format: " + line);
            }
        }
        return samples;
    }
}
