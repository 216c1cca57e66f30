package dev.lodestar;

import java.util.Optional;

/**
 * One browser, as far as a cookie can tell. Its values live in the server's memory and end with the process. Safe for
 * use by any thread; all requests of one browser see the same values.
 */
public interface Session {
    /** The unguessable name of the session: 128 random bits as 22 characters of URL-safe Base64. Never show it to anyone else. */
    String id();

    /**
     * Gives a value.
     *
     * @param name the name it was set under
     * @return the value, or empty if there is none
     */
    Optional<String> get(String name);

    /**
     * Sets a value. Nothing is refreshed by that alone.
     *
     * @param name the name, not empty
     * @param value the value; it replaces what the name had
     */
    void set(String name, String value);

    /**
     * Removes a value; does nothing if there is none.
     *
     * @param name the name it was set under
     */
    void remove(String name);
}
