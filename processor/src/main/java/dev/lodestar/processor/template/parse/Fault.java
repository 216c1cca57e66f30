package dev.lodestar.processor.template.parse;

/**
 * Something wrong in a template.
 *
 * @param file the template's path below {@code templates/}
 * @param line the line, from 1
 * @param column the character in the line, from 1
 * @param message what is wrong, why, and what to write instead
 * @param quoted the line itself
 * @param inclusion a sentence, after a space, that says which tag included the template; empty if none did
 */
public record Fault(String file, int line, int column, String message, String quoted, String inclusion) {
    private static final int MAX_QUOTED = 120;

    public Fault(String file, int line, int column, String message, String quoted) {
        this(file, line, column, message, quoted, "");
    }

    /** The same fault in a template that a tag included. */
    public Fault in(String newInclusion) {
        return new Fault(file, line, column, message, quoted, newInclusion);
    }

    /** The fault without its inclusion: however often the template is included, it is one fault. */
    public Fault alone() {
        return in("");
    }

    /** The place and the message, the line, and a caret below the column: three lines, without a trailing line end. */
    public String text() {
        int at = Math.min(column - 1, quoted.length());
        // A long line, such as minified HTML, is cut around the column.
        int start = quoted.length() <= MAX_QUOTED ? 0 : Math.max(0, at - MAX_QUOTED / 2);
        String shown = quoted.substring(start, Math.min(quoted.length(), start + MAX_QUOTED));
        // A tab is equally wide in both lines, whatever its width.
        String indentation = quoted.substring(start, at).replaceAll("[^\t]", " ");
        return file + ":" + line + ":" + column + ": " + message + inclusion + "\n  " + shown + "\n  " + indentation
                + "^";
    }
}
