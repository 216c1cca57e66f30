package dev.lodestar.runtime.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuffersTest {
    private final ByteBufferPool pool = Buffers.pool(100);

    @Test
    void releasedBufferIsReused() {
        ByteBuffer first;
        try (PooledByteBuffer pooled = pool.allocate()) {
            first = pooled.getBuffer();
        }
        try (PooledByteBuffer pooled = pool.allocate()) {
            assertSame(first, pooled.getBuffer());
            assertTrue(first.isDirect());
        }
    }

    @Test
    void poolIsBounded() {
        Set<ByteBuffer> before = all(1_000);
        assertEquals(1_000, before.size());
        Set<ByteBuffer> after = all(1_000);
        after.retainAll(before);
        assertTrue(after.size() <= 300, after.size() + " are kept");
    }

    private Set<ByteBuffer> all(int count) {
        List<PooledByteBuffer> taken = new ArrayList<>();
        Set<ByteBuffer> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < count; i++) {
            PooledByteBuffer pooled = pool.allocate();
            taken.add(pooled);
            buffers.add(pooled.getBuffer());
        }
        taken.forEach(PooledByteBuffer::close);
        return buffers;
    }
}
