package dev.lodestar.examples.todo;

import dev.lodestar.BadInput;
import dev.lodestar.store.Entry;
import dev.lodestar.store.Store;
import dev.lodestar.store.Transaction;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The todos in a store, each under a key of its own, so that two people who change different todos do not conflict.
 * Each method that changes something makes at most one commit, in the name of the store's author. Safe for use by any
 * thread.
 */
final class TodoList {
    /** The prefix of all keys. */
    static final String PREFIX = "todos";

    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,40}");
    private static final Comparator<Entry<Todo>> ORDER = Comparator.<Entry<Todo>>comparingDouble(
                    each -> each.value().position())
            .thenComparing(Entry::key);

    private final Store store;
    private final Clock clock;

    TodoList(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The todos in the order that people gave them. */
    List<Entry<Todo>> all() {
        return sorted(store.list(PREFIX, Todo.class));
    }

    /**
     * Adds a todo at the end, unless there is one with that id: a request can arrive twice.
     *
     * @param id chosen by the page: up to 40 lowercase letters and digits
     */
    void add(String id, String title) {
        store.commit("Add " + quoted(title), tx -> {
            if (!tx.has(key(id))) {
                tx.set(key(id), new Todo(title, false, Positions.last(inOrder(tx), clock.millis())));
            }
        });
    }

    /**
     * Renames a todo, or deletes it if the title is empty.
     *
     * @param seen the title that it had when its author began to edit
     */
    Renaming rename(String id, String seen, String title) {
        String message = title.isEmpty() ? "Delete " + quoted(seen) : "Rename " + quoted(seen) + " to " + quoted(title);
        return store.transact(
                message,
                tx -> tx.get(key(id), Todo.class)
                        .map(todo -> rename(tx, id, todo, seen, title))
                        .orElseGet(Renaming.Gone::new));
    }

    private static Renaming rename(Transaction tx, String id, Todo todo, String seen, String title) {
        if (!todo.title().equals(seen) && !todo.title().equals(title)) {
            return new Renaming.Overtaken(todo.title());
        }
        if (title.isEmpty()) {
            tx.remove(key(id));
        } else {
            tx.set(key(id), todo.withTitle(title));
        }
        return new Renaming.Done();
    }

    /** Marks a todo as done, or not. */
    void finish(String id, boolean done) {
        store.commit(
                finishing(done) + " " + titled(id),
                tx -> tx.get(key(id), Todo.class).ifPresent(todo -> tx.set(key(id), todo.withDone(done))));
    }

    /** Marks all todos as done, or not. */
    void finishAll(boolean done) {
        store.commit(
                finishing(done) + " everything",
                tx -> tx.list(PREFIX, Todo.class)
                        .forEach(each -> tx.set(each.key(), each.value().withDone(done))));
    }

    private static String finishing(boolean done) {
        return done ? "Finish" : "Reopen";
    }

    /** Deletes a todo. */
    void delete(String id) {
        store.commit("Delete " + titled(id), tx -> tx.remove(key(id)));
    }

    /** Deletes the todos that are done. */
    void clearDone() {
        store.commit(
                "Clear what is done",
                tx -> tx.list(PREFIX, Todo.class).stream()
                        .filter(each -> each.value().done())
                        .forEach(each -> tx.remove(each.key())));
    }

    /**
     * Moves a todo next to another; does nothing if either is gone.
     *
     * @param beside the other's id
     * @param after whether to place it after the other, and not before it
     */
    void move(String id, String beside, boolean after) {
        String moved = key(id);
        String other = key(beside);
        store.commit("Move " + titled(id), tx -> {
            if (!moved.equals(other) && tx.has(moved) && tx.has(other)) {
                Positions.move(inOrder(tx), moved, other, after).forEach(each -> tx.set(each.key(), each.value()));
            }
        });
    }

    private static List<Entry<Todo>> inOrder(Transaction tx) {
        return sorted(tx.list(PREFIX, Todo.class));
    }

    private static List<Entry<Todo>> sorted(List<Entry<Todo>> todos) {
        return todos.stream().sorted(ORDER).toList();
    }

    private static String key(String id) {
        if (!ID.matcher(id).matches()) {
            throw new BadInput("A todo's id has up to 40 lowercase letters and digits.");
        }
        return PREFIX + "/" + id;
    }

    private String titled(String id) {
        return store.get(key(id), Todo.class).map(todo -> quoted(todo.title())).orElse("a todo that is gone");
    }

    private static String quoted(String title) {
        return "\u201c" + title + "\u201d";
    }
}
