package dev.lodestar.processor.template;

import java.io.Reader;

/** Reads a text and tells how far it is; the parser itself only counts lines. */
final class OffsetReader extends Reader {
    private final String text;
    private int offset;
    private int mark;

    OffsetReader(String text) {
        this.text = text;
    }

    /** The index of the character that is read next. */
    int offset() {
        return offset;
    }

    @Override
    public int read() {
        return offset < text.length() ? text.charAt(offset++) : -1;
    }

    @Override
    public int read(char[] to, int start, int length) {
        int count = Math.min(length, text.length() - offset);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        text.getChars(offset, offset + count, to, start);
        offset += count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int limit) {
        mark = offset;
    }

    @Override
    public void reset() {
        offset = mark;
    }

    @Override
    public void close() {}
}
