package dev.lodestar.bench.stream.client;

import java.util.Arrays;

/** Events as plain text: the content of one unit of a stream. Equal texts are one object if they were looked up. */
final class Text {
    private final byte[] bytes;
    private final int hash;

    Text(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /** The bytes, which must not be modified. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof Text text && text.hash == hash && Arrays.equals(text.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
