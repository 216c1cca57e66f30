package dev.lodestar.runtime.connection.http1;

import java.nio.ByteBuffer;

/**
 * Checks a chunked body against the grammar of RFC 9112 (7.1) as it arrives. Undertow skips what it does not expect
 * there. A server in front may skip something else, and then takes a part of the body for the next request. So
 * nothing is tolerated: no bare line feed, no sign or blank before or after a size, no text after a chunk's data, no
 * folded trailer. Only blanks within an extension are, as the RFC requires. Checking allocates nothing.
 */
final class ChunkSyntax {
    private static final long LARGEST_SIZE = (1L << 48) - 1;

    /** The maximum number of other bytes per byte of data, so that a client cannot have much read for nothing. */
    private static final int OVERHEAD = 16;

    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = '!'; c < 0x7f; c++) {
            TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
        }
    }

    private enum Part {
        SIZE_START,
        SIZE,
        EXTENSION_START,
        EXTENSION_NAME,
        BLANK_AFTER_NAME,
        VALUE_START,
        VALUE,
        QUOTED_VALUE,
        ESCAPED,
        VALUE_END,
        BLANK_BEFORE_EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        LINE_START,
        TRAILER_NAME,
        TRAILER_VALUE,
        TRAILER_LF,
        LAST_LF,
        COMPLETE,
        MALFORMED
    }

    private final int spare;
    private Part next = Part.SIZE_START;

    /** The size of the chunk or, within its data, the number of bytes still to come. */
    private long size;

    /** How many more bytes that are not data are allowed. */
    private long allowed;

    /** @param spare how many bytes there may be besides data: in extensions, and again in trailers */
    ChunkSyntax(int spare) {
        this.spare = spare;
        this.allowed = spare;
    }

    /**
     * Checks bytes that have arrived.
     *
     * @return the index of the first invalid byte, or {@code end} if all are valid; bytes after the body are not
     *     checked
     */
    int follow(ByteBuffer bytes, int start, int end) {
        int at = start;
        while (at < end && next != Part.COMPLETE) {
            if (next == Part.DATA) {
                at += skipData(end - at);
                continue;
            }
            next = --allowed < 0 ? Part.MALFORMED : after(bytes.get(at) & 0xff);
            if (next == Part.MALFORMED) {
                return at;
            }
            at++;
        }
        return end;
    }

    /** Whether a byte was invalid. */
    boolean isMalformed() {
        return next == Part.MALFORMED;
    }

    private int skipData(int most) {
        int skipped = (int) Math.min(size, most);
        size -= skipped;
        allowed += (long) skipped * OVERHEAD;
        next = size == 0 ? Part.DATA_CR : Part.DATA;
        return skipped;
    }

    private Part after(int b) {
        return switch (next) {
            case SIZE_START -> takesDigit(b) ? Part.SIZE : Part.MALFORMED;
            case SIZE -> takesDigit(b) ? Part.SIZE : afterValue(b);
            case EXTENSION_START -> isBlank(b) ? next : isToken(b) ? Part.EXTENSION_NAME : Part.MALFORMED;
            case EXTENSION_NAME ->
                isToken(b) ? next : b == '=' ? Part.VALUE_START : isBlank(b) ? Part.BLANK_AFTER_NAME : afterValue(b);
            case BLANK_AFTER_NAME -> isBlank(b) ? next : b == '=' ? Part.VALUE_START : beforeExtension(b);
            case VALUE_START ->
                isBlank(b) ? next : b == '"' ? Part.QUOTED_VALUE : isToken(b) ? Part.VALUE : Part.MALFORMED;
            case VALUE -> isToken(b) ? next : afterValue(b);
            case QUOTED_VALUE ->
                b == '"' ? Part.VALUE_END : b == '\\' ? Part.ESCAPED : isText(b) ? next : Part.MALFORMED;
            case ESCAPED -> isText(b) ? Part.QUOTED_VALUE : Part.MALFORMED;
            case VALUE_END -> afterValue(b);
            case BLANK_BEFORE_EXTENSION -> isBlank(b) ? next : beforeExtension(b);
            case SIZE_LF -> b == '\n' ? afterSizeLine() : Part.MALFORMED;
            case DATA_CR -> b == '\r' ? Part.DATA_LF : Part.MALFORMED;
            case DATA_LF -> b == '\n' ? Part.SIZE_START : Part.MALFORMED;
            case LINE_START -> b == '\r' ? Part.LAST_LF : isToken(b) ? Part.TRAILER_NAME : Part.MALFORMED;
            case TRAILER_NAME -> isToken(b) ? next : b == ':' ? Part.TRAILER_VALUE : Part.MALFORMED;
            case TRAILER_VALUE -> isText(b) ? next : b == '\r' ? Part.TRAILER_LF : Part.MALFORMED;
            case TRAILER_LF -> b == '\n' ? Part.LINE_START : Part.MALFORMED;
            case LAST_LF -> b == '\n' ? Part.COMPLETE : Part.MALFORMED;
            case DATA, COMPLETE, MALFORMED -> throw new IllegalStateException(next.name());
        };
    }

    /** After a size, a name or a value. */
    private static Part afterValue(int b) {
        return b == '\r' ? Part.SIZE_LF : isBlank(b) ? Part.BLANK_BEFORE_EXTENSION : beforeExtension(b);
    }

    private static Part beforeExtension(int b) {
        return b == ';' ? Part.EXTENSION_START : Part.MALFORMED;
    }

    private Part afterSizeLine() {
        if (size > 0) {
            return Part.DATA;
        }
        allowed = spare;
        return Part.LINE_START;
    }

    private boolean takesDigit(int b) {
        int digit = Character.digit(b, 16);
        if (digit < 0 || (size << 4 | digit) > LARGEST_SIZE) {
            return false;
        }
        size = size << 4 | digit;
        return true;
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isToken(int b) {
        return b < TOKEN.length && TOKEN[b];
    }

    private static boolean isText(int b) {
        return b >= ' ' && b != 0x7f || b == '\t';
    }
}
