package dev.lodestar.bench.template;

import dev.lodestar.runtime.sse.FrameEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Twenty rows of seven columns, fully escaped, as UTF-8 bytes in memory. Before measuring, every engine's page is
 * compared with that of mustache.java.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Thread)
public class StocksBenchmark {
    private final List<Stock> stocks = Stock.all();
    private final LodestarEngine lodestar = new LodestarEngine();
    private final Engine jstachio = new JStachioEngine();
    private final Engine jte = new JteEngine();
    private final Engine pebble = new PebbleTemplateEngine();
    private final Engine mustacheJava = new MustacheJavaEngine();

    /** Refuses to measure pages that differ. */
    @Setup(Level.Trial)
    public void compare() throws IOException {
        String expected = page(mustacheJava);
        for (Engine engine : List.of(lodestar, jstachio, jte, pebble)) {
            String page = page(engine);
            if (!page.equals(expected)) {
                throw new IllegalStateException(
                        engine.getClass().getSimpleName() + " renders\n" + page + "\ninstead of\n" + expected);
            }
        }
    }

    private String page(Engine engine) throws IOException {
        engine.render(stocks);
        return SamePage.of(new String(engine.bytes(engine.render(stocks)), StandardCharsets.UTF_8));
    }

    /** Lodestar's generated renderer. */
    @Benchmark
    public Object lodestar() {
        return lodestar.render(stocks);
    }

    /** The same, and the event that the runtime sends to everybody who views the page, off the heap. */
    @Benchmark
    public Object lodestarToEvent() {
        var out = lodestar.render(stocks);
        return FrameEvent.of(out.array(), out.size());
    }

    @Benchmark
    public Object jstachio() throws IOException {
        return jstachio.render(stocks);
    }

    @Benchmark
    public Object jte() throws IOException {
        return jte.render(stocks);
    }

    @Benchmark
    public Object pebble() throws IOException {
        return pebble.render(stocks);
    }

    @Benchmark
    public Object mustacheJava() throws IOException {
        return mustacheJava.render(stocks);
    }
}
