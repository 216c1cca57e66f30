package dev.lodestar.examples.todo;

import dev.lodestar.App;
import dev.lodestar.Hub;
import dev.lodestar.Provides;
import dev.lodestar.View;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import dev.lodestar.store.mvstore.MvStores;
import java.nio.file.Path;
import java.time.Clock;

/** The list as people see it: all todos, those left to do, and those done. */
@App(port = 8082, title = "Todo", styles = "todo.css", icon = "icon.svg")
public final class TodoApp {
    private static final int KEPT = 1000;

    private final TodoList todos;
    private final Timeline timeline;
    private final Hub hub;

    TodoApp(Store store, Clock clock, Hub hub) {
        this.todos = new TodoList(store, clock);
        this.timeline = new Timeline(store);
        this.hub = hub;
    }

    /** Stores todos in the file that {@code TODO_STORE} names, {@code todo.db} by default. */
    @Provides
    static Store store() {
        return MvStores.open(Path.of(System.getenv().getOrDefault("TODO_STORE", "todo.db")), Keep.commits(KEPT));
    }

    @View(value = "/", reads = TodoList.PREFIX)
    TodoPage all() {
        return page(Filter.ALL);
    }

    @View(value = "/active", title = "Todo: active", reads = TodoList.PREFIX)
    TodoPage active() {
        return page(Filter.ACTIVE);
    }

    @View(value = "/done", title = "Todo: done", reads = TodoList.PREFIX)
    TodoPage done() {
        return page(Filter.DONE);
    }

    private TodoPage page(Filter filter) {
        return TodoPage.of(filter, todos.all(), timeline.newest(TodoPage.STEPS), hub.watching());
    }
}
