package dev.lodestar.store;

/**
 * Somebody whose name commits can carry: a browser session, or a user record of the application.
 *
 * <pre>{@code
 * record User(String name, String mail) implements Author {
 *     public String author() {
 *         return name;
 *     }
 * }
 *
 * store.as(user).set("todos/42", todo);
 * }</pre>
 */
@FunctionalInterface
public interface Author {
    /**
     * Returns the name that commits carry: one line, not blank. It is visible to everybody who can read the history.
     */
    String author();
}
