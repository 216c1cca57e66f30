package dev.lodestar.runtime.http;

/** What came so far of a request's head: as much as tells whether it is too large, or folded. */
final class ArrivingHead {
    private int bytes;
    private int lines;
    private int firstLine;
    private int line;
    private boolean folded;
    private boolean complete;

    /** Takes the next byte; those that follow the empty line are no part of the head, and change nothing. */
    void add(byte next) {
        if (complete) {
            return;
        }
        bytes++;
        if (next == '\n') {
            lines++;
            complete = line == 0;
            line = 0;
            return;
        }
        folded |= line == 0 && lines > 0 && (next == ' ' || next == '\t');
        line += next == '\r' ? 0 : 1;
        firstLine += lines == 0 ? 1 : 0;
    }

    int bytes() {
        return bytes;
    }

    int lines() {
        return lines;
    }

    /** The bytes of the line with the URL. */
    int firstLine() {
        return firstLine;
    }

    /** Whether a header goes on in another line (RFC 9112, 5.2). */
    boolean isFolded() {
        return folded;
    }
}
