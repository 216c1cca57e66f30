package dev.lodestar.processor.template.parse;

import java.util.List;

/** The indentation of lines. */
final class Indentation {
    private Indentation() {}

    /** The length of a line's indentation. */
    static int length(String line) {
        int length = 0;
        while (length < line.length() && isBlank(line.charAt(length))) {
            length++;
        }
        return length;
    }

    /**
     * The indentation that all lines of a text share, except for blank ones.
     *
     * @param startsLine whether the text begins where a line does; otherwise its first line does not count
     */
    static String common(String text, boolean startsLine) {
        List<String> indentations = text.lines()
                .skip(startsLine ? 0 : 1)
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, length(line)))
                .toList();
        return indentations.stream().reduce(Indentation::commonStart).orElse("");
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
