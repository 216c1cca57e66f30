package dev.lodestar.bench.piece;

import dev.lodestar.bench.template.LifePage;
import dev.lodestar.runtime.frame.GzipBlocks;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.piece.Pieces;
import dev.lodestar.runtime.piece.Rendered;
import dev.lodestar.runtime.sse.FrameEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
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
    private final HtmlOutput out = new HtmlOutput();

    /** The number of the board's rows. */
    @Param("50")
    int size;

    private LifePage page = new LifePage(0, List.of());
    private Rendered before = Rendered.of(out);
    private Rendered after = before;
    private byte[] frameBefore = {};
    private byte[] frame = {};
    private byte[] pieces = {};

    /** Prints the size of the generation in each form. */
    @Setup
    public void prepare() {
        Board board = new Board(size);
        before = Rendered.of(board.render());
        board.change();
        page = board.page();
        after = Rendered.of(board.render());
        frameBefore = FrameEvent.of(before.html(), before.html().length);
        frame = FrameEvent.of(after.html(), after.html().length);
        render();
        pieces = Pieces.of(before, after);
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
    public int render() {
        out.reset();
        page.render(out);
        return out.size();
    }

    /** What the next frame needs, and the pieces. */
    @Benchmark
    public byte[] pieces() {
        return Pieces.of(before, Rendered.of(out));
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
