package dev.lodestar.runtime.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameHashTest {
    private static FrameHash unseeded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return FrameHash.of(bytes, bytes.length, 0);
    }

    @Test
    void hashIsMurmurHash3() {
        assertEquals(new FrameHash(0, 0), unseeded(""));
        assertEquals(new FrameHash(0xcbd8a7b341bd9b02L, 0x5b1e906a48ae1d19L), unseeded("hello"));
        assertEquals(
                new FrameHash(0xe34bbc7bbc071b6cL, 0x7a433ca9c49a9347L),
                unseeded("The quick brown fox jumps over the lazy dog"));
    }

    @Test
    void everyByteAndTheLengthChangeTheHash() {
        Set<FrameHash> hashes = new HashSet<>();
        for (int length = 0; length < 64; length++) {
            byte[] bytes = new byte[64];
            assertTrue(hashes.add(FrameHash.of(bytes, length)));
            for (int i = 0; i < length; i++) {
                bytes[i] = 1;
                assertTrue(hashes.add(FrameHash.of(bytes, length)), "byte " + i + " of " + length);
                bytes[i] = 0;
            }
        }
    }

    @Test
    void bytesAfterTheLengthAreIgnored() {
        assertEquals(FrameHash.of(new byte[] {1, 2, 3}, 2), FrameHash.of(new byte[] {1, 2, 9}, 2));
    }
}
