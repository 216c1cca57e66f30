package dev.lodestar.processor.template;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The text of a template, which knows where in it something is. */
final class Source {
    private static final Pattern NOT_EMPTY_LINE = Pattern.compile("(?m)^(?=[^\r\n])");

    private final String file;
    private final String text;
    private final int indentation;
    private final int[] lineStarts;

    /**
     * @param file the template's path below {@code templates/}
     * @param text its text
     */
    Source(String file, String text) {
        this(file, text, 0);
    }

    /** @param indentation how many characters the text has more, in each line that is not empty, than the file */
    private Source(String file, String text, int indentation) {
        this.file = file;
        this.text = text;
        this.indentation = indentation;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
        for (int line = 1; line < starts.length; line++) {
            starts[line] = text.indexOf('\n', starts[line - 1]) + 1;
        }
        return starts;
    }

    /** The same text with each line moved to the right, as a partial's is that stands alone on an indented line. */
    Source indented(String by) {
        return new Source(file, NOT_EMPTY_LINE.matcher(text).replaceAll(by), indentation + by.length());
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The place in the file of a character of the text. */
    Position position(int offset) {
        int line = line(offset);
        return new Position(line + 1, Math.max(1, offset - lineStarts[line] + 1 - indentation));
    }

    /** The index of the first character of the line that a character is in. */
    int startOfLine(int offset) {
        return lineStarts[line(offset)];
    }

    /** The fault at a place in the file. */
    Fault fault(Position position, String message) {
        return new Fault(file, position.line(), position.column(), message, quoted(position.line() - 1));
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private String quoted(int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        String quoted = text.substring(lineStarts[line], end).stripTrailing();
        return quoted.substring(Math.min(indentation, quoted.length()));
    }
}
