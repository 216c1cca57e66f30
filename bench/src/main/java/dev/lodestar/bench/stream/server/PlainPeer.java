package dev.lodestar.bench.stream.server;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A client that gets events unchanged: all clients write from the same buffer. */
final class PlainPeer extends NioPeer {
    PlainPeer(SocketChannel channel) {
        super(channel);
    }

    @Override
    String headers() {
        return "";
    }

    @Override
    ByteBuffer bytes(SharedEvent event) {
        return event.chunk().rewind();
    }

    @Override
    ByteBuffer kept(ByteBuffer rest) {
        return rest.duplicate();
    }
}
