package dev.lodestar.runtime.html;

import dev.lodestar.Html;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of UTF-8 that renderings are written to. Used by one thread at a time. */
public final class HtmlOutput {
    private byte[] bytes = new byte[1024];
    private int size;

    /** An empty output. */
    public HtmlOutput() {}

    /** Appends bytes as they are. */
    public void raw(byte[] utf8) {
        if (bytes.length - size < utf8.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + utf8.length));
        }
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** Appends markup. */
    public void html(Html html) {
        raw(utf8(html.toString()));
    }

    /** Appends text, escaped. */
    public void text(String s) {
        html(Html.text(s));
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** How many bytes were written. */
    public int size() {
        return size;
    }

    /** The buffer itself, of which the first {@link #size()} bytes count. */
    public byte[] array() {
        return bytes;
    }

    /** Forgets what was written and keeps the buffer. */
    public void reset() {
        size = 0;
    }

    /** Encodes a text. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
