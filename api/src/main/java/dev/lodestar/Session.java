package dev.lodestar;

import dev.lodestar.store.Author;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the application keeps about one browser, which a cookie identifies.
 *
 * <pre>{@code
 * record Login(String user, Instant since) {}
 *
 * @Action("login")
 * Reply login(Credentials credentials, Session session) {
 *     User user = users.check(credentials);
 *     session.renew();
 *     session.set("login", new Login(user.name(), clock.instant()));
 *     return Reply.redirect(Views.ROOT);
 * }
 * }</pre>
 *
 * <p>A value is anything that a {@link dev.lodestar.store.Store} can hold: a record, a string, a number, a boolean, an
 * enum constant, or a list of these. Values are kept in memory and are gone when the process ends, unless
 * {@link App#storedSessions()} keeps them in the store. Changing a value does not refresh any view by itself.
 *
 * <p>A session that has had neither a request nor an open stream for {@link Limits#sessionTime()} loses its values. If
 * there are more than {@link Limits#sessions()} sessions with values, the least recently used ones lose theirs.
 *
 * <p>Safe for use by any thread. All requests of a browser see the same values.
 */
public interface Session extends Author {
    /**
     * The session's id: 128 random bits as 22 characters of URL-safe Base64. Whoever knows it can use the session, so
     * never show it to anyone. {@link #renew} and {@link #end} change it.
     */
    String id();

    /**
     * Returns the name that commits made with {@link dev.lodestar.store.Store#as(Author)} carry: {@code session-} and
     * eight hexadecimal digits, which do not reveal the id. It stays the same until {@link #renew} or {@link #end}.
     */
    @Override
    default String author() {
        return SessionAuthor.of(this);
    }

    /**
     * Returns a string.
     *
     * @param name the name of the value
     * @return the string, or empty if there is no value of this name
     * @throws dev.lodestar.store.StoreException if the value is not a string
     */
    default Optional<String> get(String name) {
        return get(name, String.class);
    }

    /**
     * Returns a value.
     *
     * @param name the name of the value
     * @param type the type of the value: a record, {@code String.class}, {@code Integer.class}
     * @return the value, or empty if there is no value of this name
     * @throws dev.lodestar.store.StoreException if the value cannot be read as the type
     */
    <T> Optional<T> get(String name, Class<T> type);

    /**
     * Returns a value that is a list.
     *
     * @param name the name of the value
     * @param element the type of the elements
     * @return the elements in an unmodifiable list, which is empty if there is no value of this name
     * @throws dev.lodestar.store.StoreException if the value cannot be read as such a list
     */
    <T> List<T> getList(String name, Class<T> element);

    /**
     * Sets a value, and replaces the previous one. With {@link App#storedSessions()}, the value is durable when this
     * method returns. A session that has ended keeps no values.
     *
     * @param name the name of the value, not empty
     * @param value the new value
     * @throws IllegalArgumentException if a store cannot hold the value
     */
    void set(String name, Object value);

    /**
     * Changes a value with a function, without losing changes that other requests of the browser make at the same time,
     * for example from another tab. With {@link App#storedSessions()}, the new value is durable when this method
     * returns.
     *
     * <pre>{@code
     * session.update("cart", Cart.class, cart -> Optional.of(cart.orElse(Cart.EMPTY).with(item)));
     * }</pre>
     *
     * <p>The function runs without a lock, and runs again if another request was faster. It must therefore compute the
     * new value and do nothing else; in particular, it must not change the session. If it throws, nothing changes, and
     * the caller gets the exception. A session that has ended keeps no values.
     *
     * @param name the name of the value, not empty
     * @param type the type of the value, as in {@link #get(String, Class)}
     * @param change maps the current value, or empty, to the new value, or to empty to remove it
     * @return the last result of the function
     * @throws dev.lodestar.store.StoreException if the value cannot be read as the type
     * @throws IllegalArgumentException if a store cannot hold the new value
     */
    <T> Optional<T> update(String name, Class<T> type, Function<Optional<T>, Optional<T>> change);

    /**
     * Removes a value. Does nothing if there is no value of this name.
     *
     * @param name the name of the value
     */
    void remove(String name);

    /**
     * Gives the session a new id and keeps its values. The old id becomes worthless. Call this when somebody logs in:
     * an attacker who planted the old id in the browser does not know the new one. Streams that were opened with the
     * old id end, and the browser's pages open them again with the new one.
     *
     * @throws IllegalStateException if it is not called by an action before its answer, which carries the new cookie,
     *     is sent
     */
    void renew();

    /**
     * Ends the session. Call this when somebody logs out: all values are removed and all streams end. If an action
     * calls it, the browser also gets a new id. The browser's pages open their streams again, in a session without
     * values.
     */
    void end();
}
