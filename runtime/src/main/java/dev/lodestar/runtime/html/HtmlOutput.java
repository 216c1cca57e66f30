package dev.lodestar.runtime.html;

import dev.lodestar.Html;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing buffer of UTF-8 that a page is rendered into.
 *
 * <p>Each way of writing is safe in one kind of place: {@link #text} in element content and quoted attributes, {@link
 * #url} at the start of a quoted URL attribute, {@link #listedUrl} in one that holds several URLs, {@link #query} in
 * the query of one, {@link #style} in a {@code style} attribute, {@link #literal} and {@link #literalText} in the
 * Datastar expression in a quoted attribute, {@link #data} and {@link #dataText} among the values beside a key that
 * stands for an expression. What they write can neither end that place nor change its surroundings. An unpaired
 * surrogate becomes {@code ?}, so the bytes are always valid UTF-8.
 *
 * <p>Not thread-safe. Reusable after {@link #reset()}, which keeps the memory.
 */
public final class HtmlOutput {
    private static final int INITIAL_CAPACITY = 8 * 1024;

    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private int size;
    private final Marks marks = new Marks();

    /** Makes an empty buffer of a few KiB. */
    public HtmlOutput() {}

    /** The UTF-8 bytes of a text; an unpaired surrogate becomes {@code ?}. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes bytes of UTF-8 as they are. */
    public void raw(byte[] utf8) {
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /**
     * Writes the constant text with which an element with an id begins, and marks the place, so that a change inside
     * the element can be sent without the rest of the page.
     */
    public void begin(ElementStart start) {
        marks.open(start, size);
        raw(start.utf8());
    }

    /** Marks the place where the value of the id begins, if {@link #begin} has not written it. */
    public void id() {
        marks.id(size);
    }

    /** Marks the end of the element that was begun last and has not ended. */
    public void end() {
        marks.close(size);
    }

    /** Writes markup as it is; nothing for {@code null}. */
    public void html(@Nullable Html html) {
        if (html != null) {
            int start = size;
            write(html.toString(), Escapes.NONE);
            marks.foreign(start, size);
        }
    }

    /** Writes a text, escaped for element content and quoted attributes; nothing for {@code null}. */
    public void text(@Nullable String text) {
        if (text != null) {
            write(text, Escapes.HTML);
        }
    }

    /** Writes a character as {@link #text(String)} does. */
    public void text(char c) {
        write(String.valueOf(c), Escapes.HTML);
    }

    /** Writes a number in decimal. */
    public void text(int number) {
        text((long) number);
    }

    /** Writes a number in decimal. */
    public void text(long number) {
        reserve(Decimal.MAX_LENGTH);
        size = Decimal.write(number, bytes, size);
    }

    /** Writes a number as {@link Float#toString(float)} does. */
    public void text(float number) {
        write(Float.toString(number), Escapes.NONE);
    }

    /** Writes a number as {@link Double#toString(double)} does. */
    public void text(double number) {
        reserve(Decimal.MAX_LENGTH);
        int end = Decimal.write(number, bytes, size);
        if (end > size) {
            size = end;
        } else {
            write(Double.toString(number), Escapes.NONE);
        }
    }

    /** Writes {@code true} or {@code false}. */
    public void text(boolean value) {
        write(value ? "true" : "false", Escapes.NONE);
    }

    /**
     * Writes the start of a URL attribute's value: a relative URL, one whose scheme is http, https, mailto or tel, or a
     * base64 data URL of an image. In place of any other it writes {@code about:invalid#lodestar}, which leads nowhere
     * and runs nothing. Writes nothing for {@code null}.
     */
    public void url(@Nullable String url) {
        if (url != null) {
            write(UrlScheme.checked(url), Escapes.HTML);
        }
    }

    /**
     * Writes a URL, or part of one, as {@link #url} does, in an attribute that holds several, such as {@code srcset}:
     * spaces and commas, which would end it, are percent-encoded. Nothing for {@code null}.
     */
    public void listedUrl(@Nullable String url) {
        if (url != null) {
            write(UrlScheme.checked(url), Escapes.LISTED_URL);
        }
    }

    /**
     * Writes a text in a {@code style} attribute, as part of a single value: words, numbers, lengths, percentages and
     * colours such as {@code #c0ffee}. In place of a text that has anything but ASCII letters, digits, spaces and
     * {@code #%.,+-_} it writes {@code refused}, which no property accepts as a value, so browsers skip the
     * declaration. Nothing for {@code null}.
     */
    public void style(@Nullable String text) {
        if (text != null) {
            write(StyleText.isSafe(text) ? text : StyleText.REFUSED, Escapes.NONE);
        }
    }

    /** Writes a character as {@link #style(String)} does. */
    public void style(char c) {
        style(String.valueOf(c));
    }

    /**
     * Writes a text in the query of a URL attribute's value, so that it stays one part of the query whatever it
     * contains: everything but ASCII letters, digits and {@code -._~} is percent-encoded. Nothing for {@code null}.
     */
    public void query(@Nullable String text) {
        if (text != null) {
            int start = size;
            write(text, Escapes.NONE);
            reserve(Math.multiplyExact(size - start, 2));
            size = PercentEncoding.encode(bytes, start, size);
        }
    }

    /** Writes a text as a whole JavaScript string literal; {@code null} for {@code null}. */
    public void literal(@Nullable String text) {
        if (text == null) {
            write("null", Escapes.NONE);
            return;
        }
        raw(Escapes.APOSTROPHE);
        literalText(text);
        raw(Escapes.APOSTROPHE);
    }

    /** Writes a character as {@link #literal(String)} does. */
    public void literal(char c) {
        literal(String.valueOf(c));
    }

    /** Writes a JavaScript number. */
    public void literal(int number) {
        text(number);
    }

    /** Writes a JavaScript number, which the browser rounds beyond 2<sup>53</sup>. */
    public void literal(long number) {
        text(number);
    }

    /** Writes a JavaScript number. */
    public void literal(float number) {
        text(number);
    }

    /** Writes a JavaScript number. */
    public void literal(double number) {
        text(number);
    }

    /** Writes a JavaScript boolean. */
    public void literal(boolean value) {
        text(value);
    }

    /** Writes a text inside a JavaScript string or template literal; nothing for {@code null}. */
    public void literalText(@Nullable String text) {
        if (text != null) {
            write(text, Escapes.SCRIPT);
        }
    }

    /** Writes a character as {@link #literalText(String)} does. */
    public void literalText(char c) {
        literalText(String.valueOf(c));
    }

    /**
     * Writes a text as a whole JSON string in a quoted attribute, for an expression that the client has as a function;
     * {@code null} for {@code null}.
     */
    public void data(@Nullable String text) {
        if (text == null) {
            write("null", Escapes.NONE);
            return;
        }
        raw(Escapes.QUOTE);
        dataText(text);
        raw(Escapes.QUOTE);
    }

    /** Writes a character as {@link #data(String)} does. */
    public void data(char c) {
        data(String.valueOf(c));
    }

    /** Writes a JSON number. */
    public void data(int number) {
        text(number);
    }

    /** Writes a JSON number, which the browser rounds beyond 2<sup>53</sup>. */
    public void data(long number) {
        text(number);
    }

    /** Writes a number as {@link #data(double)} does. */
    public void data(float number) {
        if (Float.isFinite(number)) {
            text(number);
        } else {
            data((double) number);
        }
    }

    /** Writes a JSON number. An infinite one becomes one that the browser cannot hold, and NaN becomes {@code null}. */
    public void data(double number) {
        if (Double.isFinite(number)) {
            text(number);
        } else {
            write(Double.isNaN(number) ? "null" : number > 0 ? "1e999" : "-1e999", Escapes.NONE);
        }
    }

    /** Writes {@code true} or {@code false}. */
    public void data(boolean value) {
        text(value);
    }

    /** Writes a text inside a JSON string in a quoted attribute; nothing for {@code null}. */
    public void dataText(@Nullable String text) {
        if (text != null) {
            write(text, Escapes.JSON);
        }
    }

    /** Writes a character as {@link #dataText(String)} does. */
    public void dataText(char c) {
        dataText(String.valueOf(c));
    }

    /** The number of bytes written since the start or the last {@link #reset()}. */
    public int size() {
        return size;
    }

    /** The buffer itself, of which the first {@link #size()} bytes are in use; the next write may replace it. */
    public byte[] array() {
        return bytes;
    }

    /** Where the elements with ids stand in what was written; the next write may change it. */
    public Marks marks() {
        return marks;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** What was written, as HTML that can be embedded in other HTML, without the marks. */
    public Html toHtml() {
        return Html.raw(new String(bytes, 0, size, StandardCharsets.UTF_8));
    }

    /** Discards what was written and keeps the memory for the next page. */
    public void reset() {
        size = 0;
        marks.reset();
    }

    /** Most texts are plain ASCII, which a short loop copies; the first other character leaves it for good. */
    private void write(String text, Escapes escapes) {
        int length = text.length();
        reserve(length);
        byte[] to = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!escapes.isPlain(c)) {
                size = at;
                writeSlowly(text, i, escapes);
                return;
            }
            to[at++] = (byte) c;
        }
        size = at;
    }

    private void writeSlowly(String text, int start, Escapes escapes) {
        int length = text.length();
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            reserve(Escapes.MAX_LENGTH + length - i);
            if (escapes.isPlain(c)) {
                bytes[size++] = (byte) c;
            } else if (escapes.escapes(c)) {
                size = escapes.write(c, bytes, size);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                supplementary(Character.toCodePoint(c, text.charAt(i)));
            } else {
                basic(c);
            }
        }
    }

    /** A character outside ASCII, in two or three bytes; an unpaired surrogate has no encoding. */
    private void basic(char c) {
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
        } else if (Character.isSurrogate(c)) {
            bytes[size++] = '?';
            return;
        } else {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void supplementary(int codePoint) {
        bytes[size++] = (byte) (0xF0 | codePoint >> 18);
        bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | codePoint & 0x3F);
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, bytes.length * 2L)));
        }
    }
}
