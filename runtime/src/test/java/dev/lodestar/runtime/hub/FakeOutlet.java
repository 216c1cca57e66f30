package dev.lodestar.runtime.hub;

import dev.lodestar.Reply;
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
final class FakeOutlet implements Outlet {
    private static final Pattern SHOWN = Pattern.compile("data: elements (.*)");

    private final Executor thread;
    private final ManualTimer timer;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private @Nullable Runnable alarm;
    private int room = Integer.MAX_VALUE;
    private boolean gone;
    private boolean gzip;
    private boolean chunked;
    private boolean forgetful;
    private @Nullable String session;

    @Nullable
    Reply refusal;

    boolean awaitsWritable;
    boolean flushed;
    boolean ended;
    boolean aborted;

    FakeOutlet(Executor thread, ManualTimer timer) {
        this.thread = thread;
        this.timer = timer;
    }

    FakeOutlet withGzip() {
        gzip = true;
        return this;
    }

    FakeOutlet withChunks() {
        chunked = true;
        return this;
    }

    /** It takes everything and keeps nothing, and so allocates nothing. */
    FakeOutlet withoutMemory() {
        forgetful = true;
        return this;
    }

    FakeOutlet of(String of) {
        session = of;
        return this;
    }

    void takeOnly(int bytes) {
        room = bytes;
    }

    void hangUp() {
        gone = true;
    }

    /** What the elements of each frame were, one line each. */
    List<String> shown() {
        List<String> lines = new ArrayList<>();
        Matcher matcher = SHOWN.matcher(taken());
        while (matcher.find()) {
            lines.add(matcher.group(1));
        }
        return lines;
    }

    /** The bytes that were taken, out of their chunks. */
    byte[] bytes() {
        return chunked ? Chunks.contentOf(taken.toByteArray()) : taken.toByteArray();
    }

    /** Whether the last chunk was taken, and nothing behind it. */
    boolean tookLastChunk() {
        return Chunks.areWhole(taken.toByteArray());
    }

    /** The text that was taken, decoded as far as it has come. */
    String taken() {
        return new String(gzip ? Gunzip.start(bytes()) : bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean takesGzip() {
        return gzip;
    }

    @Override
    public @Nullable String session() {
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
    public void afterOthers(Object who, Runnable task) {
        thread.execute(task);
    }

    @Override
    public void after(Duration time, Runnable task) {
        alarm = task;
        timer.after(time.toNanos(), () -> {
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
