package dev.lodestar.bench.store;

import java.util.List;
import java.util.Map;

/** A library by itself, that keeps texts. */
interface Library extends AutoCloseable {
    /** Sets texts and returns when they are durable. Called by one thread at a time. */
    void write(Map<String, String> texts);

    String get(String key);

    /** The texts from a key to before another, in the order of the keys. */
    List<String> range(String from, String to);

    @Override
    void close();
}
