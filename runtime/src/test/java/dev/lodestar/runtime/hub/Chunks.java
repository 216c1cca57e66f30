package dev.lodestar.runtime.hub;

import java.io.ByteArrayOutputStream;

/** Reads the chunks of HTTP/1.1's transfer coding, as far as they have arrived. */
final class Chunks {
    private final byte[] bytes;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int at;
    private boolean last;

    private Chunks(byte[] bytes) {
        this.bytes = bytes;
        while (at < bytes.length && !last) {
            read();
        }
    }

    static byte[] contentOf(byte[] bytes) {
        return new Chunks(bytes).content.toByteArray();
    }

    /** Whether all chunks are complete, including the last, and nothing follows. */
    static boolean areWhole(byte[] bytes) {
        Chunks chunks = new Chunks(bytes);
        return chunks.last && chunks.at == bytes.length;
    }

    private void read() {
        int length = 0;
        while (at < bytes.length && bytes[at] != '\r') {
            length = 16 * length + Character.digit(bytes[at++], 16);
        }
        expectBreak();
        int taken = Math.max(0, Math.min(length, bytes.length - at));
        content.write(bytes, at, taken);
        at += taken;
        last = length == 0 && at < bytes.length;
        expectBreak();
    }

    private void expectBreak() {
        for (char c : new char[] {'\r', '\n'}) {
            if (at < bytes.length && bytes[at++] != c) {
                throw new AssertionError("There is no line break at byte " + (at - 1));
            }
        }
    }
}
