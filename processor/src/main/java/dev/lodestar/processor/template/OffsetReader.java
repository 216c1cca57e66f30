package dev.lodestar.processor.template;

import java.io.Reader;

/**
 * Reads a text and tells how far it is; the parser itself only counts lines. The parser can be given other text in
 * between, which does not count.
 */
final class OffsetReader extends Reader {
    private final String text;
    private String inserted = "";
    private int insertedOffset;
    private int offset;
    private int mark;
    private int insertedMark;

    OffsetReader(String text) {
        this.text = text;
    }

    /** The index of the character that is read next. */
    int offset() {
        return offset;
    }

    /** Makes the parser read something before it goes on with the text. */
    void insert(String before) {
        inserted = before;
        insertedOffset = 0;
        insertedMark = 0;
        mark = offset;
    }

    @Override
    public int read() {
        if (insertedOffset < inserted.length()) {
            return inserted.charAt(insertedOffset++);
        }
        return offset < text.length() ? text.charAt(offset++) : -1;
    }

    @Override
    public int read(char[] to, int start, int length) {
        int count = 0;
        for (int c; count < length && (c = read()) >= 0; count++) {
            to[start + count] = (char) c;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int limit) {
        mark = offset;
        insertedMark = insertedOffset;
    }

    @Override
    public void reset() {
        offset = mark;
        insertedOffset = insertedMark;
    }

    @Override
    public void close() {}
}
