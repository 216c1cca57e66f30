package dev.lodestar.bench.store;

import dev.lodestar.store.Entry;
import dev.lodestar.store.Store;
import java.util.List;
import java.util.Map;

/** Todos in a Lodestar store. */
record StoreTodos(Store store) implements Todos {
    @Override
    public void fill(Map<String, Todo> todos) {
        store.commit("Fill", tx -> todos.forEach(tx::set));
    }

    @Override
    public void set(String key, Todo todo) {
        store.set(key, todo);
    }

    @Override
    public Todo get(String key) {
        return store.get(key, Todo.class).orElseThrow();
    }

    @Override
    public List<Todo> list() {
        return store.list("todos", Todo.class).stream().map(Entry::value).toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
