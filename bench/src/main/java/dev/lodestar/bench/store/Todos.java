package dev.lodestar.bench.store;

import java.util.List;
import java.util.Map;

/** What is measured, over each store in turn. Safe for use by any thread. */
interface Todos extends AutoCloseable {
    /** Sets many, in one commit. */
    void fill(Map<String, Todo> todos);

    /** Sets one, and returns when it is durable. */
    void set(String key, Todo todo);

    Todo get(String key);

    /** All of them, in the order of their keys. */
    List<Todo> list();

    @Override
    void close();
}
