package dev.lodestar.runtime.failure;

import java.nio.charset.StandardCharsets;

/** Text from clients, made safe for a line of the log: it ends neither the line nor the value. */
public final class LogText {
    private static final int LONGEST = 1_000;
    private static final String AMBIGUOUS = "\"%=\\";
    private static final String DIGITS = "0123456789ABCDEF";

    private LogText() {}

    /**
     * A path in which everything that could end a line or a value is already percent-encoded; truncated like other
     * texts.
     */
    public static String ofEncoded(String path) {
        return path.length() <= LONGEST ? path : path.substring(0, LONGEST) + "...";
    }

    /** A text in which everything but visible ASCII is percent-encoded, truncated to 1,000 bytes. */
    public static String of(String received) {
        byte[] utf8 = received.getBytes(StandardCharsets.UTF_8);
        int end = Math.min(utf8.length, LONGEST);
        StringBuilder text = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            int b = utf8[i];
            if (b > ' ' && b < 0x7f && AMBIGUOUS.indexOf(b) < 0) {
                text.append((char) b);
            } else {
                text.append('%').append(DIGITS.charAt(b >> 4 & 0xf)).append(DIGITS.charAt(b & 0xf));
            }
        }
        return end < utf8.length ? text.append("...").toString() : text.toString();
    }
}
