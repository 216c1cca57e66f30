package dev.lodestar.runtime.http;

import java.nio.ByteBuffer;

/**
 * Follows a body in chunks as it arrives and holds it against the grammar of RFC 9112 (7.1). Undertow skips what it
 * does not expect there. A server in front may skip something else, and then takes a part of the body for the next
 * request. So nothing is forgiven: no bare line feed, no sign or blank at a size, no text behind a chunk's data, no
 * folded trailer. Only blanks within an extension are, as the RFC asks. Allocates nothing for what it follows.
 */
final class ChunkSyntax {
    private static final long LARGEST_SIZE = (1L << 48) - 1;

    /** How many bytes may be around each byte of data, so that a client cannot have much read for nothing. */
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

    /** The size of the chunk or, within its data, how much of that is still to come. */
    private long size;

    /** How many bytes more may come that are not data. */
    private long allowed;

    /** @param spare how many bytes there may be besides data: of extensions, and again of trailers */
    ChunkSyntax(int spare) {
        this.spare = spare;
        this.allowed = spare;
    }

    /**
     * Follows bytes that have arrived.
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

    /** Whether a byte was wrong. */
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

    /** Behind a size, a name or a value. */
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
