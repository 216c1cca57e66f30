package dev.lodestar.bench.store;

import java.util.List;
import java.util.Map;

/** A library by itself, used as a store of texts. */
interface Library extends AutoCloseable {
    /** Sets texts, and returns once they are durable. Called by one thread at a time. */
    void write(Map<String, String> texts);

    String get(String key);

    /** The texts from one key (inclusive) to another (exclusive), in key order. */
    List<String> range(String from, String to);

    @Override
    void close();
}
