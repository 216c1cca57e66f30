package dev.lodestar.runtime.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which characters are written otherwise, and how. Of the characters outside of ASCII, HTML needs none written
 * otherwise; a script has its own line ends and surrogates among them.
 */
final class Escapes {
    /** The longest escape, and more than the longest character, in bytes. */
    static final int MAX_LENGTH = 6;

    static final Escapes NONE = new Escapes(false);
    static final Escapes HTML = new Escapes(false);

    /** As HTML, but with nothing in it that ends a URL among several. */
    static final Escapes LISTED_URL = new Escapes(false);

    /**
     * For the inside of a string literal in an expression. It lets only pass what means nothing to HTML, to
     * JavaScript or to the client's rewriting of {@code $signal}, {@code @action(} and {@code ;}, none of which
     * parses JavaScript.
     */
    static final Escapes SCRIPT = new Escapes(true);

    /** For the inside of a JSON string in a quoted attribute. */
    static final Escapes JSON = new Escapes(false);

    static final byte[] APOSTROPHE = ascii("&#39;");
    static final byte[] QUOTE = ascii("&#34;");

    private static final String PLAIN_IN_SCRIPT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 _-.,";

    static {
        for (Escapes html : new Escapes[] {HTML, LISTED_URL, JSON}) {
            html.put('&', "&amp;");
            html.put('<', "&lt;");
            html.put('>', "&gt;");
            html.put('"', "&#34;");
            html.put('\'', "&#39;");
            // As it is, a browser would read a line feed.
            html.put('\r', "&#13;");
        }
        for (char c : " \t\n\f\r,".toCharArray()) {
            LISTED_URL.put(c, String.format("%%%02X", (int) c));
        }
        for (char c = 0; c < ' '; c++) {
            JSON.put(c, unicodeEscape(c));
        }
        JSON.put('"', "\\&#34;");
        JSON.put('\\', "\\\\");
        for (char c = 0; c < 128; c++) {
            if (PLAIN_IN_SCRIPT.indexOf(c) < 0) {
                SCRIPT.put(c, unicodeEscape(c));
            }
        }
    }

    private final byte[] @Nullable [] ascii = new byte[128][];
    private final boolean[] plain = new boolean[128];
    private final boolean script;

    private Escapes(boolean script) {
        this.script = script;
        Arrays.fill(plain, true);
    }

    private void put(char c, String escape) {
        ascii[c] = ascii(escape);
        plain[c] = false;
    }

    /** Whether the character is written as the one byte that it is. */
    boolean isPlain(char c) {
        return c < 128 && plain[c];
    }

    /** Whether {@link #write} knows the character. */
    boolean escapes(char c) {
        return c < 128 || script && (Character.isSurrogate(c) || c < 0xA0 || c == '\u2028' || c == '\u2029');
    }

    /** Writes the escape of a character and returns the index after it. */
    int write(char c, byte[] to, int at) {
        byte[] escape = c < 128 ? ascii[c] : ascii(unicodeEscape(c));
        System.arraycopy(escape, 0, to, at, escape.length);
        return at + escape.length;
    }

    private static String unicodeEscape(char c) {
        return String.format("\\u%04x", (int) c);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
