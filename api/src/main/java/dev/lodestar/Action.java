package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that changes state when a page posts to its path. When the method returns, the views are refreshed.
 *
 * <pre>{@code
 * @Action("counter/inc")
 * void inc() { count.incrementAndGet(); }
 * }</pre>
 *
 * <p>Templates refer to the path by the action's name, as in <code>@post('{{action:counter/inc}}')</code>, and Java
 * code by a generated constant, {@code Actions.COUNTER_INC}. The path itself is {@code /a/} and a hash of the name.
 *
 * <p>The method returns {@code void}, or a {@link Reply} to tell the page what to do. It can take, in any order, a
 * {@link Request}, a {@link Session}, {@link Query} and {@link Signal} parameters, and a record that is bound from the
 * signals. If a form is posted to the action, the form's fields take the place of signals, and its files are in
 * {@link Request#files}. On a class, the annotation stands for the class's only method named {@code handle}.
 *
 * <p>Any number of calls can run at the same time, so whatever they share must be safe for use by several threads.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Action {
    /**
     * The action's name: letters, digits, {@code -} and {@code _}, in segments separated by {@code /}, at most 200
     * characters. No two actions have the same name.
     */
    String value();

    /** The paths of the views to refresh afterwards, as in {@code Views.CART}; if empty, all views. */
    String[] refresh() default {};

    /**
     * Whether requests from any site, and from programs that do not say where they come from, can run the action. By
     * default only the application's own pages can, and programs that send the header
     * {@code Sec-Fetch-Site: same-origin}, so that no other site can act on behalf of its visitors.
     *
     * <p>Set it for a webhook: an action that another server calls and that verifies the caller itself, for example by
     * a signature in the body. Such an action differs from others in that
     *
     * <ul>
     *   <li>it has no session, whatever cookies a request carries: it cannot take a {@link Session}, and
     *       {@link Request#session()} throws;
     *   <li>it accepts bodies of any content type, and {@link Request#body()} returns their bytes. A body that is
     *       neither JSON nor a form causes an error only when the action takes a signal or calls
     *       {@link Request#signals()}.
     * </ul>
     *
     * <p>Give the other server the path {@code Actions.…}. It depends only on the action's name, so it stays the same
     * in every build until you rename the action.
     */
    boolean crossOrigin() default false;
}
