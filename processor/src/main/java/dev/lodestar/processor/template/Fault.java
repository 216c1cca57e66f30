package dev.lodestar.processor.template;

/**
 * Something wrong in a template.
 *
 * @param file the template's path below {@code templates/}
 * @param line the line, from 1
 * @param column the character in the line, from 1
 * @param message what is wrong, why, and what to write instead
 * @param quoted the line itself
 */
public record Fault(String file, int line, int column, String message, String quoted) {
    /** Where, what, the line and a caret below the column; four lines at least, without a line end after the last. */
    public String text() {
        String before = quoted.substring(0, Math.min(column - 1, quoted.length()));
        // A tab is as wide in both lines, whatever its width is.
        String indentation = before.replaceAll("[^\t]", " ");
        return "%s:%d:%d: %s%n  %s%n  %s^"
                .formatted(file, line, column, message, quoted, indentation)
                .replace("\r\n", "\n");
    }
}
