package dev.lodestar.bench.store;

import java.util.List;
import java.util.Map;

/** What is measured, for each store in turn. Safe for use by any thread. */
interface Todos extends AutoCloseable {
    /** Sets many todos in one commit. */
    void fill(Map<String, Todo> todos);

    /** Sets one todo, and returns once it is durable. */
    void set(String key, Todo todo);

    Todo get(String key);

    /** All todos in key order. */
    List<Todo> list();

    @Override
    void close();
}
