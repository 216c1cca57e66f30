package dev.lodestar.bench.stream.client;

import java.util.Arrays;

/** Events in plain text: what one unit of a stream holds. Equal ones are the same object to whoever looks them up. */
final class Text {
    private final byte[] bytes;
    private final int hash;

    Text(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /** The bytes, which must not be changed. */
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
