package dev.lodestar.bench.store;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reads of one todo, and of all one thousand, by one thread. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ReadBenchmark {
    /** Without those that differ from another one only in how they write. */
    @Param({"MEMORY", "MVSTORE", "PLAIN_MVSTORE", "MAPDB", "PLAIN_MAPDB", "GIT"})
    public Subject subject = Subject.MEMORY;

    private int next;
    private Filled filled;

    @Setup
    public void open() throws IOException {
        filled = Filled.open(subject);
    }

    @TearDown
    public void close() throws IOException {
        filled.close();
    }

    @Benchmark
    public Object get() {
        next = (next + 7919) % 1_000_000;
        return filled.todos().get(Filled.key(next));
    }

    @Benchmark
    public List<?> list() {
        return filled.todos().list();
    }
}
