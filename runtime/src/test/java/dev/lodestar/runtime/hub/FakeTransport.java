package dev.lodestar.runtime.hub;

import dev.lodestar.Reply;
import dev.lodestar.runtime.frame.FrameEncoding;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.frame.Gunzip;
import dev.lodestar.runtime.work.ManualTimer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser that takes as many bytes as a test says. */
final class FakeTransport implements StreamTransport {
    private static final Pattern SHOWN = Pattern.compile("data: elements (.*)");

    private final FrameEncodings encodings;
    private final Executor thread;
    private final ManualTimer timer;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private @Nullable Runnable alarm;
    private int room = Integer.MAX_VALUE;
    private boolean gone;
    private FrameEncoding encoding;
    private boolean chunked;
    private boolean forgetful;
    private @Nullable String session;

    @Nullable
    Reply refusal;

    boolean awaitsWritable;
    boolean flushed;
    boolean ended;
    boolean aborted;

    FakeTransport(FrameEncodings encodings, Executor thread, ManualTimer timer) {
        this.encodings = encodings;
        this.encoding = encodings.identity();
        this.thread = thread;
        this.timer = timer;
    }

    FakeTransport withGzip() {
        encoding = encodings.all().stream()
                .filter(each -> each.token().equals("gzip"))
                .findFirst()
                .orElseThrow();
        return this;
    }

    FakeTransport withChunks() {
        chunked = true;
        return this;
    }

    /** Makes it take everything and keep nothing, so that it allocates nothing. */
    FakeTransport withoutMemory() {
        forgetful = true;
        return this;
    }

    FakeTransport of(String of) {
        session = of;
        return this;
    }

    void takeOnly(int bytes) {
        room = bytes;
    }

    void hangUp() {
        gone = true;
    }

    /** The elements of each frame, which have one line each. */
    List<String> shown() {
        List<String> lines = new ArrayList<>();
        Matcher matcher = SHOWN.matcher(taken());
        while (matcher.find()) {
            lines.add(matcher.group(1));
        }
        return lines;
    }

    /** The bytes that were taken, without the framing of chunks. */
    byte[] bytes() {
        return chunked ? Chunks.contentOf(taken.toByteArray()) : taken.toByteArray();
    }

    /** Whether the last chunk was taken, and nothing after it. */
    boolean tookLastChunk() {
        return Chunks.areWhole(taken.toByteArray());
    }

    /** The text that was taken, decoded as far as it has arrived. */
    String taken() {
        return new String(takesGzip() ? Gunzip.start(bytes()) : bytes(), StandardCharsets.UTF_8);
    }

    boolean takesGzip() {
        return !encoding.isIdentity();
    }

    @Override
    public FrameEncoding encoding() {
        return encoding;
    }

    @Nullable
    String session() {
        return session;
    }

    @Override
    public boolean isChunked() {
        return chunked;
    }

    @Override
    public Executor thread() {
        return thread;
    }

    @Override
    public void refuse(Reply reply) {
        refusal = reply;
    }

    @Override
    public byte[] lastEvent(Reply reply) {
        return ("event: last\ndata: elements " + reply + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int prefetch() {
        return room;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        if (gone) {
            throw new IOException("gone");
        }
        if (forgetful) {
            bytes.position(bytes.limit());
            return;
        }
        byte[] part = new byte[Math.min(room, bytes.remaining())];
        bytes.get(part);
        room -= part.length;
        taken.writeBytes(part);
    }

    @Override
    public boolean flush() {
        flushed = true;
        return true;
    }

    @Override
    public void awaitWritable(boolean wanted) {
        awaitsWritable = wanted;
    }

    @Override
    public void afterOthers(Object owner, Runnable task) {
        thread.execute(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        alarm = task;
        timer.after(delay.toNanos(), () -> {
            if (alarm == task) {
                task.run();
            }
        });
    }

    @Override
    public void beginEnd() {}

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public void abort() {
        aborted = true;
    }
}
