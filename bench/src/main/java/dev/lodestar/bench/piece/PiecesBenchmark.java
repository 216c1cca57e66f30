package dev.lodestar.bench.piece;

import dev.lodestar.runtime.frame.GzipBlocks;
import dev.lodestar.runtime.piece.Pieces;
import dev.lodestar.runtime.sse.FrameEvent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One generation of a large board: the cost of finding its pieces, beside that of deflating the page. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Thread)
public class PiecesBenchmark {
    private final GzipBlocks blocks = new GzipBlocks();
    private byte[] before = {};
    private byte[] after = {};
    private byte[] frameBefore = {};
    private byte[] frame = {};
    private byte[] pieces = {};

    /** Prints the size of the generation in each form. */
    @Setup
    public void prepare() {
        Board board = new Board();
        before = board.render();
        board.change();
        after = board.render();
        frameBefore = FrameEvent.of(before, before.length);
        frame = FrameEvent.of(after, after.length);
        pieces = Pieces.of(before, before.length, after, after.length);
        if (pieces == null) {
            throw new IllegalStateException("the board has no pieces");
        }
        System.out.printf(
                "%nBytes: frame %d, keyframe block %d, delta block %d, pieces %d, their block %d%n",
                frame.length, keyframe().length, delta().length, pieces.length, piecesBlock().length);
    }

    @TearDown
    public void close() {
        blocks.close();
    }

    @Benchmark
    public byte[] pieces() {
        return Pieces.of(before, before.length, after, after.length);
    }

    @Benchmark
    public byte[] piecesBlock() {
        return blocks.make(pieces, null);
    }

    @Benchmark
    public byte[] keyframe() {
        return blocks.make(frame, null);
    }

    @Benchmark
    public byte[] delta() {
        return blocks.make(frame, frameBefore);
    }
}
