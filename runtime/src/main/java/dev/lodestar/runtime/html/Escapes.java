package dev.lodestar.runtime.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which characters are escaped, and how. HTML needs no escapes outside ASCII; a script does, for its own line
 * terminators and for surrogates.
 */
final class Escapes {
    /** The longest escape, and more than the longest character, in bytes. */
    static final int MAX_LENGTH = 6;

    static final Escapes NONE = new Escapes(false);
    static final Escapes HTML = new Escapes(false);

    /** Like HTML, but also escapes what would end a URL in a list. */
    static final Escapes LISTED_URL = new Escapes(false);

    /**
     * For the inside of a string literal in an expression. It passes only what has no meaning in HTML, in JavaScript or
     * for the client's rewriting of {@code $signal}, {@code @action(} and {@code ;}, which does not parse JavaScript.
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
            // Browsers read a bare carriage return as a line feed.
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

    /** Whether the character is written unescaped, as a single byte. */
    boolean isPlain(char c) {
        return c < 128 && plain[c];
    }

    /** Whether {@link #write} has an escape for the character. */
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
