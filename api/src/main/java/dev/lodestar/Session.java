package dev.lodestar;

import dev.lodestar.store.Author;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One browser, as far as a cookie can tell, and what the application keeps for it. Values are those of a
 * {@link dev.lodestar.store.Store}: records, strings, numbers, booleans, enum constants, and lists of these. They live in
 * the server's memory and end with the process, unless {@link App#storedSessions()} has them kept.
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
 * <p>Nothing is refreshed by a value alone. A session that was used for {@link Limits#sessionTime()} neither by a request
 * nor by an open stream has no values any more; nor has one that was used longest ago when there are more than
 * {@link Limits#sessions()}.
 *
 * <p>Safe for use by any thread; all requests of one browser see the same values.
 */
public interface Session extends Author {
    /**
     * The unguessable name of the session: 128 random bits as 22 characters of URL-safe Base64. Whoever knows it has the
     * session, so never show it to anyone. {@link #renew} and {@link #end} change it.
     */
    String id();

    /**
     * Returns the name that commits made with {@link dev.lodestar.store.Store#as(Author)} carry: {@code session-} and eight
     * hexadecimal digits, which do not reveal the id. It stays the same until {@link #renew} or {@link #end}.
     */
    @Override
    default String author() {
        return SessionAuthor.of(this);
    }

    /**
     * Gives a text.
     *
     * @param name the name it was set under
     * @return the text, or empty if there is none
     * @throws dev.lodestar.store.StoreException if the value is not a text
     */
    default Optional<String> get(String name) {
        return get(name, String.class);
    }

    /**
     * Gives a value.
     *
     * @param name the name it was set under
     * @param type what it was set as: a record, {@code String.class}, {@code Integer.class}
     * @return the value, or empty if there is none
     * @throws dev.lodestar.store.StoreException if the value cannot be read as the type
     */
    <T> Optional<T> get(String name, Class<T> type);

    /**
     * Gives a value that is a list.
     *
     * @param name the name it was set under
     * @param element the type of its elements
     * @return the elements, unmodifiable; none if there is no value
     * @throws dev.lodestar.store.StoreException if the value cannot be read as such a list
     */
    <T> List<T> getList(String name, Class<T> element);

    /**
     * Sets a value. If sessions are kept in the store, it is durable when this returns.
     *
     * @param name the name, not empty
     * @param value the value; it replaces what the name had
     * @throws IllegalArgumentException if it is none that a store can hold
     */
    void set(String name, Object value);

    /**
     * Changes a value by a function, without losing what other requests of the browser change at the same time, from
     * another tab, say. If sessions are kept in the store, the new value is durable when this returns.
     *
     * <pre>{@code
     * session.update("cart", Cart.class, cart -> Optional.of(cart.orElse(Cart.EMPTY).with(item)));
     * }</pre>
     *
     * <p>The function runs without a lock, and again when another request was faster. So it must compute the new value
     * and do nothing else; above all it must not change the session. What it throws is thrown to the caller, and
     * nothing has changed then. As with {@link #set}, a session that is over keeps nothing.
     *
     * @param name the name, not empty
     * @param type what the value is, as in {@link #get(String, Class)}
     * @param change maps the current value, or empty, to the new one; returns empty to remove it
     * @return what the function returned last
     * @throws dev.lodestar.store.StoreException if the value cannot be read as the type
     * @throws IllegalArgumentException if a store cannot hold the new value
     */
    <T> Optional<T> update(String name, Class<T> type, Function<Optional<T>, Optional<T>> change);

    /**
     * Removes a value; does nothing if there is none.
     *
     * @param name the name it was set under
     */
    void remove(String name);

    /**
     * Gives the browser a new id with the same values; the old one is worth nothing from now on. To be called when
     * somebody logs in: whoever knew the id before, because they had put it into the browser, does not know the new one.
     * The streams that were opened with the old id end, and the pages of the browser open them again with the new one.
     *
     * @throws IllegalStateException unless called by an action before its answer is sent, which takes the new cookie along
     */
    void renew();

    /**
     * Ends the session, when somebody logs out: its values are gone and its streams end. In an action, the browser gets a
     * new id, too. The pages of the browser open their streams again, and find a session without values.
     */
    void end();
}
