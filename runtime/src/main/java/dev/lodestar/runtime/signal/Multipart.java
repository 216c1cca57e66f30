package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Splits the body of {@code multipart/form-data}. Undertow's parser is made for bodies that arrive in pieces; it loses
 * the last byte of a file that ends in a carriage return, takes text that only begins like a boundary for one, and does
 * not detect invalid bytes in names.
 */
final class Multipart {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] END = {'-', '-'};

    private final byte[] body;

    /** With the preceding line break, which belongs to it and not to the part that it ends. */
    private final byte[] delimiter;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads all parts.
     *
     * @param boundary the boundary between them
     * @param each receives a part's head and content
     * @throws BadInput if the body is malformed
     */
    static void read(byte[] body, String boundary, BiConsumer<PartHead, byte[]> each) {
        new Multipart(body, boundary).read(each);
    }

    private void read(BiConsumer<PartHead, byte[]> each) {
        byte[] first = Arrays.copyOfRange(delimiter, LINE_END.length, delimiter.length);
        if (!isAt(0, first) || !isWhole(first.length)) {
            throw new BadInput("The form does not begin with the boundary in its Content-Type.");
        }
        int at = first.length;
        while (!isAt(at, END)) {
            int headEnd = find(HEAD_END, at);
            int content = headEnd + HEAD_END.length;
            int end = headEnd < 0 ? -1 : findDelimiter(content);
            if (end < 0) {
                throw new BadInput("The form ends in the middle of a part.");
            }
            each.accept(head(at, headEnd), Arrays.copyOfRange(body, content, end));
            at = end + delimiter.length;
        }
    }

    private PartHead head(int delimiterEnd, int headEnd) {
        int from = Math.min(delimiterEnd + LINE_END.length, headEnd);
        return PartHead.read(PercentText.utf8(Arrays.copyOfRange(body, from, headEnd), "The form"));
    }

    private int findDelimiter(int from) {
        int at = find(delimiter, from);
        while (at >= 0 && !isWhole(at + delimiter.length)) {
            at = find(delimiter, at + 1);
        }
        return at;
    }

    /** Whether this is a whole delimiter, and not a text that only begins like one. */
    private boolean isWhole(int end) {
        return isAt(end, LINE_END) || isAt(end, END);
    }

    // What is searched for begins with a carriage return and contains no other soon, so no byte is examined often.
    private int find(byte[] what, int from) {
        for (int at = from; at <= body.length - what.length; at++) {
            if (body[at] == what[0] && isAt(at, what)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int at, byte[] what) {
        return at + what.length <= body.length && Arrays.equals(body, at, at + what.length, what, 0, what.length);
    }
}
