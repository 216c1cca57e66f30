package dev.lodestar.bench.store;

import com.google.gson.Gson;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Todos in a library by itself, as the same JSON under the same keys. */
record LibraryTodos(Library library, Writing writing) implements Todos {
    private static final Gson GSON = new Gson();

    static Todos eachForItself(Library library) {
        return new LibraryTodos(library, Writing.eachForItself(library::write));
    }

    static Todos grouped(Library library) {
        return new LibraryTodos(library, Writing.grouped(library::write));
    }

    @Override
    public void fill(Map<String, Todo> todos) {
        library.write(todos.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> GSON.toJson(entry.getValue()))));
    }

    @Override
    public void set(String key, Todo todo) {
        writing.set(key, GSON.toJson(todo));
    }

    @Override
    public Todo get(String key) {
        return GSON.fromJson(library.get(key), Todo.class);
    }

    @Override
    public List<Todo> list() {
        return library.range("todos/", "todos0").stream()
                .map(text -> GSON.fromJson(text, Todo.class))
                .toList();
    }

    @Override
    public void close() {
        library.close();
    }
}
