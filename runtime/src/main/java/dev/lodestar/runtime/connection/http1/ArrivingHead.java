package dev.lodestar.runtime.connection.http1;

/** Measures the head of a request as it arrives: as much as tells whether it is too large, or folded. */
final class ArrivingHead {
    private int bytes;
    private int lines;
    private int firstLine;
    private int line;
    private boolean folded;
    private boolean complete;

    /** Takes the next byte. Bytes after the empty line do not belong to the head, and are ignored. */
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

    /** The number of bytes in the request line, which has the URL. */
    int firstLine() {
        return firstLine;
    }

    /** Whether a header continues on another line (RFC 9112, 5.2). */
    boolean isFolded() {
        return folded;
    }
}
