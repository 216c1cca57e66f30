package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Renders what stands at a path, anew whenever the application's state changes. {@code GET} on the path serves a small
 * static page that opens a stream with {@code POST} on the same path; the stream carries what this method returns.
 *
 * <pre>{@code
 * @View("/")
 * CounterPage page() { return new CounterPage(count.get()); }
 * }</pre>
 *
 * <p>On a method: it returns a {@link Template} record or {@link Html}. On a class: the class has one such method,
 * named {@code render}.
 *
 * <p>The parameters say what a rendering depends on, and so who can share it: none, and one rendering serves everybody;
 * only {@link Query} parameters, and it serves all who ask with the same values; a {@link Session}, a {@link Request},
 * a {@link Signal} or a record bound from the signals, and every connection has its own.
 *
 * <p>The method is called by one thread at a time for each rendering that is shared, but renderings with other values
 * and the application's actions run beside it: what it reads must be safe for use by several threads.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface View {
    /** The path: it starts with {@code /}, has no query, and belongs to one view only. */
    String value();

    /** The title of the page; {@link App#title()} when empty. */
    String title() default "";

    /**
     * The prefixes of the store's keys that the view reads, as in {@code "todos"}: of the commits of a connected
     * {@link dev.lodestar.store.Store}, only those that change something under one of them refresh the view. Every commit
     * does when empty.
     */
    String[] reads() default {};
}
