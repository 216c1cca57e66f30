package dev.lodestar.runtime.frame;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An encoding that only tests know. It has everything that an encoding can have: a start, blocks that leave out what
 * they have in common with the events before, and a trailer that depends on the whole stream.
 */
public final class PrefixEncoding extends FrameEncoding {
    public static final String TOKEN = "x-prefix";

    private static final int MAGIC = 0x50524658;
    private static final int TRAILER = -1;

    /** How many blocks were made that may follow any other, and how many that depend on the events before. */
    public final AtomicInteger blocks = new AtomicInteger();

    public final AtomicInteger dependentBlocks = new AtomicInteger();

    public PrefixEncoding() {
        super(TOKEN);
    }

    @Override
    public StreamEncoder newStream() {
        return new Encoder(this);
    }

    @Override
    protected byte[] start() {
        return bytes(out -> out.writeInt(MAGIC));
    }

    @Override
    protected byte[] block(byte[] events) {
        blocks.incrementAndGet();
        return block(events, 0);
    }

    @Override
    protected int window() {
        return 1 << 20;
    }

    @Override
    protected byte[] blockAfter(byte[] before, byte[] events) {
        dependentBlocks.incrementAndGet();
        int mismatch = Arrays.mismatch(before, events);
        return block(events, mismatch < 0 ? events.length : mismatch);
    }

    private static byte[] block(byte[] events, int prefix) {
        return bytes(out -> {
            out.writeInt(prefix);
            out.writeInt(events.length - prefix);
            out.write(events, prefix, events.length - prefix);
        });
    }

    private static final class Encoder extends StatefulEncoder {
        private long length;

        Encoder(FrameEncoding encoding) {
            super(encoding);
        }

        @Override
        protected void sent(EncodedEvents events) {
            length += events.derive(bytes -> bytes.length);
        }

        @Override
        protected byte[] trailer(byte[] events) {
            return bytes(out -> {
                out.writeInt(TRAILER);
                out.writeLong(length + events.length);
            });
        }
    }

    /** Decodes a stream while it arrives. */
    public static final class Decoder {
        private final DataInputStream in;
        private byte[] before = {};
        private long length;

        /** Reads the start of the stream. */
        public Decoder(InputStream stream) throws IOException {
            in = new DataInputStream(stream);
            if (in.readInt() != MAGIC) {
                throw new AssertionError("The stream has no start.");
            }
        }

        /** The events of the next block; empty at the end of the stream, if its trailer is right. */
        public byte[] next() throws IOException {
            int prefix = in.readInt();
            if (prefix == TRAILER) {
                if (in.readLong() != length || in.read() >= 0) {
                    throw new AssertionError("The trailer is wrong.");
                }
                return new byte[0];
            }
            byte[] events = Arrays.copyOf(before, prefix + in.readInt());
            in.readFully(events, prefix, events.length - prefix);
            before = events;
            length += events.length;
            return events;
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
