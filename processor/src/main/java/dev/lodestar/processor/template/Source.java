package dev.lodestar.processor.template;

/**
 * The text of a template, which knows where in it something is.
 *
 * @param file the template's path below {@code templates/}
 * @param text the text as it is parsed
 * @param indentation how many characters the text has more, in each line that is not empty, than the file
 */
record Source(String file, String text, int indentation) {
    Source(String file, String text) {
        this(file, text, 0);
    }

    /** The same text with each line moved to the right, as a partial's is that stands alone on an indented line. */
    Source indented(String by) {
        return new Source(file, text.replaceAll("(?m)^(?=[^\r\n])", by), indentation + by.length());
    }

    /** The place in the file of a character of the text. */
    Position position(int offset) {
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - startOfLine(offset) + 1;
        return new Position(line, Math.max(1, column - indentation));
    }

    /** The index of the first character of a line. */
    int startOfLine(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** The fault at a place in the file. */
    Fault fault(Position position, String message) {
        return new Fault(file, position.line(), position.column(), message, line(position.line()));
    }

    private String line(int number) {
        String line = text.lines().skip(number - 1L).findFirst().orElse("");
        return line.substring(Math.min(indentation, line.length()));
    }
}
