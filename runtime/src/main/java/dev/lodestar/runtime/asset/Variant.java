package dev.lodestar.runtime.asset;

import java.nio.ByteBuffer;

/**
 * The bytes of an asset in one encoding.
 *
 * @param coding the token for {@code Content-Encoding}; {@code identity} for the bytes as they are
 * @param bytes a read-only buffer that all responses share: duplicate it before reading
 */
public record Variant(String coding, ByteBuffer bytes) {
    /** Whether these are the bytes without an encoding. */
    public boolean plain() {
        return coding.equals(Encoding.IDENTITY.token);
    }
}
