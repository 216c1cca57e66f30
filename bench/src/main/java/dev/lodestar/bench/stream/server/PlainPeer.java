package dev.lodestar.bench.stream.server;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One who takes events as they are: all write from the same buffer. */
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
