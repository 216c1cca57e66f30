package dev.lodestar.bench.stream.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Many streams, read by one thread: the caller. What arrives is decoded at once or, since that takes time during which
 * others wait, when nothing depends on time any more.
 */
public final class Crowd implements AutoCloseable {
    private static final int BUFFER = 256 << 10;

    /** Small, so that the kernel soon accepts no more for those who do not read. */
    private static final int STALLED_BUFFER = 4096;

    private final InetSocketAddress server;
    private final byte[] request;
    private final Decoder decoder;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final List<SocketChannel> channels = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();
    private final Tally tally = new Tally();
    private final BitSet failed = new BitSet();
    private @Nullable IOException failure;

    /** What has arrived and is not decoded yet; null if everything is decoded at once. */
    private @Nullable Recording recording;

    /**
     * Creates an empty crowd.
     *
     * @param request what each stream sends to open
     * @param rows the number of rows in the pages
     */
    public Crowd(InetSocketAddress server, byte[] request, int rows) throws IOException {
        this.server = server;
        this.request = request.clone();
        this.decoder = new Decoder(rows);
    }

    /** Opens streams. Returns once each has received a page. */
    public void open(int count) throws IOException {
        int before = streams.size();
        for (int i = 0; i < count; i++) {
            SocketChannel channel = connect(SocketChannel.open());
            channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, streams.size());
            streams.add(new Stream(decoder));
            if (i % 64 == 0) {
                selector.selectNow(this::ready);
            }
        }
        long deadline = System.nanoTime() + 60_000_000_000L;
        List<Stream> opened = streams.subList(before, streams.size());
        readUntil(deadline, () -> opened.stream().noneMatch(stream -> stream.page() == Page.NONE));
        check();
    }

    /** Opens streams that nobody will ever read. */
    public void openStalled(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            connect(SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, STALLED_BUFFER));
        }
    }

    /** From now on, records what arrives and when, until {@link #settle} decodes it. */
    public void defer() {
        recording = new Recording();
    }

    /** Reads for a time. */
    public void read(long nanos) throws IOException {
        readUntil(System.nanoTime() + nanos, () -> false);
        check();
    }

    /** Reads for a time, and counts what arrives. What is recorded is counted when it is decoded. */
    public Tally count(long nanos) throws IOException {
        tally.start(System.nanoTime());
        read(nanos);
        tally.stop(System.nanoTime());
        return tally;
    }

    /**
     * Decodes what is recorded, and reads until every stream shows the last update.
     *
     * @return the number of streams that do not, when the time is over
     */
    public int settle(long sequence, long published, long nanos) throws IOException {
        if (recording != null) {
            recording.replay(this::take);
            recording = null;
        }
        readUntil(
                System.nanoTime() + nanos,
                () -> streams.stream().allMatch(stream -> stream.page().isOf(sequence, published)));
        check();
        return (int) streams.stream()
                .filter(stream -> !stream.page().isOf(sequence, published))
                .count();
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }

    private SocketChannel connect(SocketChannel channel) throws IOException {
        channels.add(channel);
        channel.connect(server);
        channel.write(ByteBuffer.wrap(request));
        return channel;
    }

    private void readUntil(long deadline, BooleanSupplier done) throws IOException {
        long left = deadline - System.nanoTime();
        while (left > 0 && failure == null && !done.getAsBoolean()) {
            selector.select(this::ready, Math.min(10, left / 1_000_000 + 1));
            left = deadline - System.nanoTime();
        }
    }

    private void ready(SelectionKey key) {
        int stream = (Integer) key.attachment();
        try {
            buffer.clear();
            int count = ((SocketChannel) key.channel()).read(buffer);
            if (count < 0) {
                throw new EOFException("The server closed a connection.");
            }
            long now = System.nanoTime();
            buffer.flip();
            tally.read(count, now);
            if (recording == null) {
                take(stream, buffer, now);
            } else {
                recording.add(stream, buffer, now);
            }
        } catch (IOException e) {
            fail(stream, e);
        }
        if (failed.get(stream)) {
            key.cancel();
        }
    }

    private void take(int stream, ByteBuffer bytes, long now) {
        if (!failed.get(stream)) {
            try {
                streams.get(stream).take(bytes, tally, now);
            } catch (IOException e) {
                fail(stream, e);
            }
        }
    }

    private void fail(int stream, IOException e) {
        failed.set(stream);
        failure = failure == null ? e : failure;
    }

    private void check() throws IOException {
        if (failure != null) {
            throw new IOException(
                    failed.cardinality() + " streams failed, the first one so: " + failure.getMessage(), failure);
        }
    }
}
