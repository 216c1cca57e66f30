package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that renders a page. It is called again whenever the application's state changes, and every browser
 * that shows the page sees the new rendering.
 *
 * <pre>{@code
 * @View("/")
 * CounterPage page() { return new CounterPage(count.get()); }
 * }</pre>
 *
 * <p>A {@code GET} on the path answers with a small static page, which opens a stream with a {@code POST} on the same
 * path. The stream carries what the method returns: a {@link Template} record, or {@link Html}. On a class, the
 * annotation stands for the class's only method named {@code render}.
 *
 * <p>The parameters say what a rendering depends on, and therefore who can share it:
 *
 * <ul>
 *   <li>without parameters, everybody shares one rendering;
 *   <li>with only {@link Query} parameters, all who ask with the same values share one;
 *   <li>with a {@link Session}, a {@link Request}, a {@link Signal} or a record that is bound from the signals, every
 *       connection has its own.
 * </ul>
 *
 * <p>For each shared rendering, only one thread calls the method at a time. Other renderings of the view, and actions,
 * can run at the same time, so whatever the method reads must be safe for use by several threads.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface View {
    /**
     * The path: segments of letters, digits, {@code -}, {@code .}, {@code _} and {@code ~}, each after a {@code /}, at
     * most 200 characters. It has no query, and no two views have the same path.
     */
    String value();

    /** The title of the page; if empty, that of {@link App#title()}. */
    String title() default "";

    /**
     * The prefixes of the store's keys that the view reads, such as {@code "todos"}. Of the commits to a connected
     * {@link dev.lodestar.store.Store}, only those that change something under one of the prefixes refresh the view. If
     * empty, every commit does.
     */
    String[] reads() default {};
}
