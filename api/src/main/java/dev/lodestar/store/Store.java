package dev.lodestar.store;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Persistent state. Values are stored under keys, which {@link StoreReader} describes, and change in commits: a commit
 * is atomic, and durable when the method that made it returns. To get the application's store, add a constructor
 * parameter of this type. It is the store that a {@code @Provides static Store} method opens; without such a method, it
 * is in memory.
 *
 * <pre>{@code
 * record Todo(String title, boolean done) {}
 *
 * store.set("todos/42", new Todo("Write it down", false));
 * List<Entry<Todo>> todos = store.list("todos", Todo.class);
 * store.as(session).commit("Clear completed", tx -> tx.list("todos", Todo.class).stream()
 *         .filter(todo -> todo.value().done())
 *         .forEach(todo -> tx.remove(todo.key())));
 * }</pre>
 *
 * <h2>Values</h2>
 *
 * <p>A record's components can be strings, numbers, booleans, enums, records, {@code Optional}, {@code List},
 * {@code Set} and {@code Map<String, ...>} of these, {@code Instant}, {@code LocalDate}, {@code LocalTime},
 * {@code LocalDateTime}, {@code Duration} and {@code UUID}. Values are stored as JSON, by component names, so a record
 * may change. A component that is missing in the stored text becomes zero, {@code false}, {@code ""} or empty
 * ({@code Optional}, {@code List}, {@code Set}, {@code Map}); of any other type it is {@code null}, which the record's
 * constructor can replace. A component that the record no longer has is ignored, and is gone once the value is set
 * again. Anything that does not fit, such as an unknown enum constant, is a {@link StoreException} that names the key.
 *
 * <h2>Transactions</h2>
 *
 * <p>A transaction sees the state after some commit, with its own changes applied. It becomes one commit, as if nothing
 * else had run at the same time. Within one process, transactions run one after the other. In a store that other
 * processes write to as well, the work runs again if another process was faster, so it must do nothing but read and
 * change the transaction. Work that throws leaves no trace, and the caller receives what it threw. A transaction that
 * changes nothing makes no commit. The work may use only its transaction: writing to the store itself throws
 * {@link IllegalStateException}.
 *
 * <p>Readers see a commit once it is durable, not before. Commits made by several threads at the same time may share
 * the wait for the disk.
 *
 * <p>Safe for use by any thread. After {@link #close}, every method except {@code close} throws
 * {@link IllegalStateException}.
 */
public interface Store extends StoreReader, AutoCloseable {
    /** The author of commits that nobody in particular made. */
    String SYSTEM = "system";

    /**
     * Makes several changes in one commit.
     *
     * @param message what the commit does, in words
     * @param work makes the changes
     * @return the commit, or empty if nothing changed
     * @throws StoreException if the commit could not be made durable; nothing has changed then
     */
    Optional<Commit> commit(String message, Consumer<Transaction> work);

    /**
     * Makes several changes in one commit, and returns a result.
     *
     * @param message what the commit does, in words
     * @param work makes the changes
     * @return what the work returned
     * @throws StoreException if the commit could not be made durable; nothing has changed then
     */
    <R> R transact(String message, Function<Transaction, R> work);

    /** Sets one value in a commit of its own, unless the key has that value already. */
    default void set(String key, Object value) {
        commit("Set " + key, tx -> tx.set(key, value));
    }

    /** Removes one value in a commit of its own; does nothing if the key has none. */
    default void remove(String key) {
        commit("Remove " + key, tx -> tx.remove(key));
    }

    /**
     * Sets one value, provided that the current one is as expected.
     *
     * @param expected the expected value; null for none
     * @param replacement the new value; null to remove the key
     * @return true if the value was as expected, and has been replaced
     */
    boolean compareAndSet(String key, @Nullable Object expected, @Nullable Object replacement);

    /**
     * Changes one value with a function, without losing changes that others make at the same time.
     *
     * @param change maps the current value, or empty, to the new one; returns empty to remove the key. It may be called
     *     more than once
     * @return what the function returned
     */
    default <T> Optional<T> update(String key, Class<T> type, Function<Optional<T>, Optional<T>> change) {
        return transact("Update " + key, tx -> {
            Optional<T> updated = change.apply(tx.get(key, type));
            updated.ifPresentOrElse(value -> tx.set(key, value), () -> tx.remove(key));
            return updated;
        });
    }

    /**
     * Registers a listener for every commit from now on that changes anything under a prefix. It is called in commit
     * order. If the backend is shared, it is also called for the commits of other processes.
     *
     * @param listener called by one thread at a time, possibly the one that made the commit: it must return soon, and
     *     must not wait for a commit. Exceptions that it throws are logged
     * @return the registration, which ends when it is closed
     */
    Watch watch(String prefix, Consumer<Commit> listener);

    /**
     * Returns this store, with another author for the commits made through it. This is cheap: everything else is
     * shared, {@link #close} too.
     *
     * @param author a name of one line, not blank; by default commits are by {@link #SYSTEM}
     */
    Store as(String author);

    /**
     * Returns this store, with another author for the commits made through it. A session is an author: its name is
     * {@code session-} and eight hexadecimal digits that do not reveal the session's id, and stays the same until the
     * session is renewed.
     *
     * @param author asked for its name now
     */
    default Store as(Author author) {
        return as(author.author());
    }

    /**
     * Returns the history of this store.
     *
     * @throws UnsupportedOperationException if the store was opened without a history
     */
    History history();

    /** Closes the store and releases its file, once everything in progress is durable. Idempotent. */
    @Override
    void close();
}
