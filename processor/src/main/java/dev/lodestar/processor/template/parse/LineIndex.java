package dev.lodestar.processor.template.parse;

import java.util.Arrays;

/** A text and where its lines begin. */
final class LineIndex {
    private final String text;
    private final int[] starts;

    LineIndex(String text) {
        this.text = text;
        this.starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
        for (int line = 1; line < starts.length; line++) {
            starts[line] = text.indexOf('\n', starts[line - 1]) + 1;
        }
    }

    String text() {
        return text;
    }

    /** The number of lines; an empty one at the end counts. */
    int count() {
        return starts.length;
    }

    /** The line, from 0, that contains a character. */
    int at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** The index of a line's first character. */
    int start(int line) {
        return starts[line];
    }

    /** A line including its line end. */
    String line(int line) {
        return text.substring(starts[line], line + 1 < starts.length ? starts[line + 1] : text.length());
    }
}
