package dev.lodestar.processor.template.parse;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The text of a template or of a part of it. It knows the positions in the file, even if its lines have been indented
 * or outdented.
 */
public final class Source {
    private static final Pattern NOT_EMPTY_LINE = Pattern.compile("(?m)^(?=[^\r\n])");

    private final String file;
    private final LineIndex whole;
    private final LineIndex lines;
    private final int firstLine;
    private final int[] shifts;
    private final boolean startsLine;
    private final boolean endsLine;

    /**
     * @param file the template's path below {@code templates/}
     * @param text its text
     */
    public Source(String file, String text) {
        this(file, new LineIndex(text));
    }

    private Source(String file, LineIndex whole) {
        this(file, whole, whole, 0, new int[whole.count()], true, true);
    }

    /**
     * @param firstLine the line of the file in which the text begins
     * @param shifts how many characters of the file each line of the text lacks at its start
     * @param startsLine whether the text begins where a line does
     * @param endsLine whether the text ends where a line does
     */
    private Source(
            String file,
            LineIndex whole,
            LineIndex lines,
            int firstLine,
            int[] shifts,
            boolean startsLine,
            boolean endsLine) {
        this.file = file;
        this.whole = whole;
        this.lines = lines;
        this.firstLine = firstLine;
        this.shifts = shifts;
        this.startsLine = startsLine;
        this.endsLine = endsLine;
    }

    /** The same text with each line indented, like a partial's that is alone on an indented line. */
    public Source indented(String by) {
        if (by.isEmpty()) {
            return this;
        }
        int[] moved = Arrays.stream(shifts).map(shift -> shift - by.length()).toArray();
        LineIndex indented = new LineIndex(NOT_EMPTY_LINE.matcher(text()).replaceAll(by));
        return new Source(file, whole, indented, firstLine, moved, startsLine, endsLine);
    }

    /**
     * A part of the text, whose lines lose the indentation they have in common.
     *
     * @param startsLine whether it counts as the start of a line
     */
    public Source part(int start, int end, boolean startsLine) {
        int first = lines.at(start);
        LineIndex part = new LineIndex(text().substring(start, end));
        int indentation = Indentation.common(part.text(), startsLine).length();
        int[] moved = new int[part.count()];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < part.count(); i++) {
            String line = part.line(i);
            int removed = i == 0 && !startsLine ? 0 : Math.min(indentation, Indentation.length(line));
            text.append(line, removed, line.length());
            moved[i] = shifts[first + i] + removed + (i == 0 ? start - lines.start(first) : 0);
        }
        return new Source(file, whole, new LineIndex(text.toString()), firstLine + first, moved, startsLine, false);
    }

    public String file() {
        return file;
    }

    public String text() {
        return lines.text();
    }

    /** Whether a line begins at an index. */
    public boolean isLineStart(int offset) {
        return offset == 0 ? startsLine : text().charAt(offset - 1) == '\n';
    }

    /** Whether the text ends where a line does. */
    public boolean endsLine() {
        return endsLine;
    }

    /** The position in the file of a character of the text. */
    public Position position(int offset) {
        int line = lines.at(offset);
        return new Position(firstLine + line + 1, Math.max(1, offset - lines.start(line) + 1 + shifts[line]));
    }

    /** A fault at a position in the file. */
    public Fault fault(Position position, String message) {
        String quoted = whole.line(position.line() - 1).stripTrailing();
        return new Fault(file, position.line(), position.column(), message, quoted);
    }
}
