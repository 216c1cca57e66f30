package dev.lodestar.runtime.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A 128-bit hash of a rendering: MurmurHash3 (x64, 128 bits). Each process has a seed of its own, so that nobody can
 * prepare input that collides.
 *
 * @param high the first half
 * @param low the second half
 */
record FrameHash(long high, long low) {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SEED = ThreadLocalRandom.current().nextLong();
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    /** Hashes the first bytes of a buffer. */
    static FrameHash of(byte[] bytes, int length) {
        return of(bytes, length, SEED);
    }

    static FrameHash of(byte[] bytes, int length, long seed) {
        long h1 = seed;
        long h2 = seed;
        int blocks = length & ~15;
        for (int i = 0; i < blocks; i += 16) {
            h1 ^= mixFirst((long) LONGS.get(bytes, i));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= mixSecond((long) LONGS.get(bytes, i + 8));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        h1 ^= mixFirst(tail(bytes, blocks, Math.min(blocks + 8, length)));
        h2 ^= mixSecond(tail(bytes, blocks + 8, length));
        h1 ^= length;
        h2 ^= length;
        h1 += h2;
        h2 += h1;
        h1 = avalanche(h1);
        h2 = avalanche(h2);
        h1 += h2;
        return new FrameHash(h1, h2 + h1);
    }

    private static long mixFirst(long k) {
        return Long.rotateLeft(k * C1, 31) * C2;
    }

    private static long mixSecond(long k) {
        return Long.rotateLeft(k * C2, 33) * C1;
    }

    private static long tail(byte[] bytes, int from, int to) {
        long k = 0;
        for (int i = to - 1; i >= from; i--) {
            k = k << 8 | (bytes[i] & 0xff);
        }
        return k;
    }

    private static long avalanche(long h) {
        long k = h;
        k = (k ^ (k >>> 33)) * 0xff51afd7ed558ccdL;
        k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return k ^ (k >>> 33);
    }
}
