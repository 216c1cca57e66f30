package dev.lodestar.runtime.http2;

/**
 * A frame of HTTP/2 that has arrived (RFC 9113, 4.1).
 *
 * @param begin the first four bytes of its payload, zeros if there are fewer
 */
record Frame(int type, int flags, int length, int stream, int begin) {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int PUSH_PROMISE = 5;
    private static final int WINDOW_UPDATE = 8;
    private static final int CONTINUATION = 9;

    private static final int END_HEADERS = 4;
    private static final int PADDED = 8;

    /** A payload this large costs as much again as the frame. */
    private static final int BYTES_OF_A_UNIT = 256;

    /** A window that opens by less has the server send its answer in crumbs. */
    private static final int SMALL_WINDOW = 16;

    private static final int COST_OF_A_SMALL_WINDOW = 8;

    boolean isHeaders() {
        return type == HEADERS;
    }

    /** Whether it carries headers and more of them must follow. */
    boolean leavesHeadOpen() {
        return (type == HEADERS || type == PUSH_PROMISE || type == CONTINUATION) && (flags & END_HEADERS) == 0;
    }

    /** What it uses of a budget: nothing if it brings a part of a request's body. Heads have a limit of their own. */
    int cost() {
        if (type == HEADERS || type == CONTINUATION) {
            return 1;
        }
        if (type == DATA && dataBytes() > 0) {
            return 0;
        }
        if (type == WINDOW_UPDATE && begin >= 0 && begin < SMALL_WINDOW) {
            return COST_OF_A_SMALL_WINDOW;
        }
        return 1 + length / BYTES_OF_A_UNIT;
    }

    private int dataBytes() {
        return (flags & PADDED) == 0 ? length : length - 1 - (begin >>> 24);
    }
}
