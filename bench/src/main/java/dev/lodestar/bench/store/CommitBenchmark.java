package dev.lodestar.bench.store;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Durable commits of one todo each: by one thread, which waits for the disk every time, and by sixteen. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
public class CommitBenchmark {
    @Param
    public Subject subject = Subject.MEMORY;

    private final AtomicLong next = new AtomicLong(1_000_000);
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
    @Threads(1)
    public void oneThread() {
        commit();
    }

    @Benchmark
    @Threads(16)
    public void sixteenThreads() {
        commit();
    }

    private void commit() {
        long version = next.getAndIncrement();
        filled.todos().set(Filled.key(version * 7919), Todo.of(version)); // at scattered keys, each version once
    }
}
