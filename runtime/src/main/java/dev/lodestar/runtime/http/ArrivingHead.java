package dev.lodestar.runtime.http;

/** What came so far of a request's head: as much as tells whether it is too large. */
final class ArrivingHead {
    private int bytes;
    private int lines;
    private int firstLine;

    void add(byte next) {
        bytes++;
        if (next == '\n') {
            lines++;
        } else if (lines == 0) {
            firstLine++;
        }
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
}
