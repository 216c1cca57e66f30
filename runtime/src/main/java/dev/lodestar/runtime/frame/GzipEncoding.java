package dev.lodestar.runtime.frame;

/**
 * gzip (RFC 1952). The blocks of all streams are deflated once; the trailer needs the checksum of what the one stream
 * was sent, which is put together from the checksums of the events.
 */
final class GzipEncoding extends FrameEncoding {
    /** Events shorter than this are not worth deflating for a single stream; thousands may end at the same time. */
    private static final int SMALL = 64;

    private static final byte[] HEADER = GzipBlocks.header();

    private final GzipBlocks blocks = new GzipBlocks();

    GzipEncoding() {
        super("gzip");
    }

    @Override
    public StreamEncoder newStream() {
        return new Encoder(this);
    }

    @Override
    protected byte[] start() {
        return HEADER;
    }

    @Override
    protected byte[] block(byte[] events) {
        return blocks.make(events, null);
    }

    @Override
    protected int window() {
        return GzipBlocks.WINDOW;
    }

    @Override
    protected byte[] blockAfter(byte[] before, byte[] events) {
        return blocks.make(events, before);
    }

    @Override
    protected byte[] lastBlock(byte[] events) {
        return events.length < SMALL ? GzipBlocks.stored(events) : block(events);
    }

    @Override
    public void close() {
        blocks.close();
    }

    /** Keeps what the trailer says of the stream so far. */
    private static final class Encoder extends StatefulEncoder {
        private int crc;
        private long length;

        Encoder(FrameEncoding gzip) {
            super(gzip);
        }

        @Override
        protected void sent(EncodedEvents events) {
            append(events.derive(Checksum::of));
        }

        @Override
        protected byte[] trailer(byte[] events) {
            append(Checksum.of(events));
            return GzipBlocks.trailer(crc, length);
        }

        private void append(Checksum events) {
            crc = events.after(crc);
            length += events.length();
        }
    }
}
