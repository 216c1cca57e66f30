package dev.lodestar.bench.stream.server;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.zip.Deflater;

/** A client with its own gzip stream, as usual. */
final class GzipPeer extends NioPeer {
    /** RFC 1952, 2.3: deflate, no name, no time. */
    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** Deflate expands nothing by more than a thousandth, plus a little (RFC 1951). */
    private static final int MARGIN = 1024;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private boolean begun;

    GzipPeer(SocketChannel channel) {
        super(channel);
    }

    @Override
    String headers() {
        return "Content-Encoding: gzip\r\n";
    }

    @Override
    ByteBuffer bytes(SharedEvent event) {
        byte[] content = new byte[event.bytes().length + event.bytes().length / 1000 + MARGIN];
        int length = 0;
        if (!begun) {
            begun = true;
            length = GZIP_HEAD.length;
            System.arraycopy(GZIP_HEAD, 0, content, 0, length);
        }
        deflater.setInput(event.bytes());
        length += deflater.deflate(content, length, content.length - length, Deflater.SYNC_FLUSH);
        return ByteBuffer.allocate(length + Chunk.AROUND)
                .put(Chunk.head(length))
                .put(content, 0, length)
                .put(Chunk.end())
                .flip();
    }

    @Override
    ByteBuffer kept(ByteBuffer rest) {
        return rest;
    }

    @Override
    void close() {
        super.close();
        deflater.end();
    }
}
