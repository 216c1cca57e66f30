package dev.lodestar.processor.template.parse;

import java.io.Reader;

/**
 * Reads a text and knows its position in it; the parser itself only counts lines. Text inserted for the parser does not
 * count.
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

    /** The index of the next character. */
    int offset() {
        return offset;
    }

    /** Makes the parser read other text before it continues. */
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
