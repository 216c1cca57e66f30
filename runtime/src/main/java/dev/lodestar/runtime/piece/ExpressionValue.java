package dev.lodestar.runtime.piece;

import dev.lodestar.expression.ExpressionReader;
import dev.lodestar.expression.Words;

/**
 * Reads the values of attributes that hold expressions, and throws {@link Unclear} unless the expression is certain to leave
 * the document as it is; otherwise the page is no longer what was rendered, a morph of the whole page would put that back,
 * and pieces would not. Of a compiled expression there is a key here, which says what the compiler found; of any other there
 * is the text.
 */
final class ExpressionValue {
    private static final Words REFERENCES = Words.of("amp lt gt quot apos #38 #60 #62 #34 #39");
    private static final String CHARACTERS = "&<>\"'&<>\"'";

    private final byte[] html;
    private final ExpressionReader reader = new ExpressionReader();
    private byte[] decoded = new byte[64];

    ExpressionValue(byte[] html) {
        this.html = html;
    }

    void take(int from, int to) {
        if (from < to && html[from] == '#') {
            Unclear.unless(isHarmlessKey(from + 1, to));
            return;
        }
        int reference = referenceFrom(from, to);
        if (reference == to) {
            Unclear.unless(reader.isHarmless(html, from, to));
        } else {
            int length = decode(from, reference, to);
            Unclear.unless(reader.isHarmless(decoded, 0, length));
        }
    }

    /** Whether there's no mark between the key and the values, which are data. */
    private boolean isHarmlessKey(int from, int to) {
        int at = from;
        while (at < to && (html[at] >= '0' && html[at] <= '9' || html[at] >= 'a' && html[at] <= 'f')) {
            at++;
        }
        return at > from && (at == to || html[at] == '[');
    }

    private int referenceFrom(int from, int to) {
        int at = from;
        while (at < to && html[at] != '&') {
            at++;
        }
        return at;
    }

    /**
     * Writes an expression as the client gets it.
     *
     * @param reference the offset of its first ampersand
     * @return its length
     */
    private int decode(int from, int reference, int to) {
        if (decoded.length < to - from) {
            decoded = new byte[2 * (to - from)];
        }
        int length = 0;
        int at = from;
        int next = reference;
        while (true) {
            System.arraycopy(html, at, decoded, length, next - at);
            length += next - at;
            if (next == to) {
                return length;
            }
            at = next + 1;
            if (at == to || !isOfReference(html[at])) {
                decoded[length++] = '&';
            } else {
                int end = at;
                while (end < to && isOfReference(html[end])) {
                    end++;
                }
                Unclear.unless(end < to && html[end] == ';');
                int index = REFERENCES.indexOf(html, at, end);
                Unclear.unless(index >= 0);
                decoded[length++] = (byte) CHARACTERS.charAt(index);
                at = end + 1;
            }
            next = referenceFrom(at, to);
        }
    }

    private static boolean isOfReference(byte b) {
        return b == '#' || b >= '0' && b <= '9' || MarkupReader.isLetter(b);
    }
}
