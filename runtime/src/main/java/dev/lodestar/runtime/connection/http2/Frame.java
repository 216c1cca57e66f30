package dev.lodestar.runtime.connection.http2;

/**
 * A complete frame of HTTP/2 (RFC 9113, 4.1).
 *
 * @param begin the first four bytes of its payload, padded with zeros
 */
record Frame(int type, int flags, int length, int stream, int begin) {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int PUSH_PROMISE = 5;
    private static final int WINDOW_UPDATE = 8;
    private static final int CONTINUATION = 9;

    private static final int END_HEADERS = 4;
    private static final int PADDED = 8;

    /** The payload bytes that cost as much as a frame. */
    private static final int BYTES_PER_UNIT = 256;

    /** A window that opens by less makes the server send its answer in tiny pieces. */
    private static final int SMALL_WINDOW = 16;

    private static final int SMALL_WINDOW_COST = 8;

    boolean isHeaders() {
        return type == HEADERS;
    }

    /** Whether a frame with further headers must follow. */
    boolean leavesHeadOpen() {
        return (type == HEADERS || type == PUSH_PROMISE || type == CONTINUATION) && (flags & END_HEADERS) == 0;
    }

    /** What the frame costs: nothing if it carries a part of a request's body. Heads have a limit of their own. */
    int cost() {
        if (type == HEADERS || type == CONTINUATION) {
            return 1;
        }
        if (type == DATA && dataBytes() > 0) {
            return 0;
        }
        if (type == WINDOW_UPDATE && begin >= 0 && begin < SMALL_WINDOW) {
            return SMALL_WINDOW_COST;
        }
        return 1 + length / BYTES_PER_UNIT;
    }

    private int dataBytes() {
        return (flags & PADDED) == 0 ? length : length - 1 - (begin >>> 24);
    }
}
