package dev.lodestar.store;

import dev.lodestar.Session;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * State that survives. Values lie under keys, as {@link StoreReader} says, and change in commits: each is atomic, and
 * durable when the method that made it returns. A constructor that has a parameter of this type is given the
 * application's store: the one that a {@code @Provides static Store} method opens, or else one in memory.
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
 * <p>A record's components are strings, numbers, booleans, enums, records, {@code Optional}, {@code List}, {@code Set} and
 * {@code Map<String, ...>} of these, {@code Instant}, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime},
 * {@code Duration} and {@code UUID}. Values are stored as JSON, by the names of the components, so a record may change:
 * a component that the stored text lacks gets zero, {@code false}, {@code ""}, or is empty ({@code Optional}, {@code List},
 * {@code Set}, {@code Map}); of any other type it gets {@code null}, for which the record's constructor can put something
 * better. A component that the record no longer has is skipped, and is gone when the value is next set. What does not fit,
 * such as an unknown enum constant, is a {@link StoreException} that names the key.
 *
 * <h2>Transactions</h2>
 *
 * <p>A transaction sees the state that one commit left, and its own changes; it becomes one commit, as if no other had
 * run beside it. In one process transactions run one after the other. A store that other processes write to as well runs
 * the work again when one of them was faster, so work must do nothing but read and change the transaction. Work that
 * throws leaves no trace, and what it threw is thrown to the caller. A transaction that changes nothing makes no commit.
 * Within its work only the transaction may be used: to write to the same store there is an
 * {@link IllegalStateException}.
 *
 * <p>Readers see a commit when it is durable, not before. Commits that several threads make at the same time may share
 * the wait for the disk.
 *
 * <p>Safe for use by any thread. After {@link #close} each method but {@code close} throws {@link IllegalStateException}.
 */
public interface Store extends StoreReader, AutoCloseable {
    /** The author of commits that nobody in particular made. */
    String SYSTEM = "system";

    /**
     * Makes one commit of several changes.
     *
     * @param message what it does, in words
     * @param work makes the changes
     * @return the commit, or empty if nothing changed
     * @throws StoreException if the commit could not be made durable; nothing has changed then
     */
    Optional<Commit> commit(String message, Consumer<Transaction> work);

    /**
     * Makes one commit of several changes, and gives what the work found.
     *
     * @param message what it does, in words
     * @param work makes the changes
     * @return what the work returned
     * @throws StoreException if the commit could not be made durable; nothing has changed then
     */
    <R> R transact(String message, Function<Transaction, R> work);

    /** Sets one value, as a commit of its own, unless the key has that value. */
    default void set(String key, Object value) {
        commit("Set " + key, tx -> tx.set(key, value));
    }

    /** Removes one value, as a commit of its own; does nothing if the key has none. */
    default void remove(String key) {
        commit("Remove " + key, tx -> tx.remove(key));
    }

    /**
     * Sets one value if it is what the caller believes it to be.
     *
     * @param expected the value that the key should have; null for none
     * @param replacement the new value; null to remove it
     * @return whether the key had the expected value, and so has the new one
     */
    boolean compareAndSet(String key, @Nullable Object expected, @Nullable Object replacement);

    /**
     * Changes one value by a function, without losing what others change at the same time.
     *
     * @param change from the value, empty if there is none, to the new one; empty to remove it. It may be called again
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
     * Asks to be told of every commit from now on that changes anything under a prefix, in the order of the commits,
     * also those made by other processes where the backend has them.
     *
     * @param listener called by one thread at a time, which may be one that has made a commit: it must return soon, and
     *     must not wait for a commit. What it throws is logged
     * @return what ends it
     */
    Watch watch(String prefix, Consumer<Commit> listener);

    /**
     * This store, for an author: commits that are made through what is returned carry the name. It is cheap, and shares
     * everything else with this, also the end.
     *
     * @param author a name, not blank, of one line; without it, commits are by {@link #SYSTEM}
     */
    Store as(String author);

    /**
     * This store, for the browser of a session: the author is {@code session-} and eight hexadecimal digits, the same until
     * {@link Session#renew}, from which its id cannot be told.
     */
    default Store as(Session session) {
        return as(SessionAuthor.of(session));
    }

    /**
     * The history of this store.
     *
     * @throws UnsupportedOperationException if the store was opened without one
     */
    History history();

    /** Ends the store, when what is under way is durable, and lets go of its file. A second call does nothing. */
    @Override
    void close();
}
