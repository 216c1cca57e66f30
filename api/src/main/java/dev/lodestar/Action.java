package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Does something when a browser posts to the action's path, and then refreshes the views. The path is {@code /a/} and a
 * hash of the name: templates write it as <code>{{action:counter/inc}}</code>, Java as {@code Actions.COUNTER_INC}.
 *
 * <pre>{@code
 * @Action("counter/inc")
 * void inc() { count.incrementAndGet(); }
 * }</pre>
 *
 * <p>On a method: it returns {@code void} or {@link Reply}. On a class: the class has one such method, named
 * {@code handle}.
 *
 * <p>It takes, in any order, {@link Request}, {@link Session}, {@link Query} and {@link Signal}
 * parameters, and a record bound from the signals. If a form is posted to it, its fields stand for the signals, and
 * {@link Request#files} has its files. Any number of calls run at once; what they share must be safe for
 * use by several threads.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Action {
    /** The name: words of letters, digits, {@code -} and {@code _}, separated by {@code /}; it belongs to one action only. */
    String value();

    /** The paths of the views to refresh afterwards; all views when empty. */
    String[] refresh() default {};

    /**
     * Whether requests of any site run it, and of programs that do not say where they come from. Otherwise only the
     * application's own pages do, and programs that send the header {@code Sec-Fetch-Site: same-origin}: so no other site
     * can act in the name of its visitor.
     *
     * <p>Set it for a webhook: an action that another server calls, and that finds out by itself, as by a signature in the
     * body, who that is. It has no session, whatever cookie comes with the request: it does not take {@link Session}, and
     * {@link Request#session()} throws. It gets bodies of any content type, {@link Request#body()} as they are; that one is no JSON
     * and no form is found out when it asks for {@link Request#signals()} or takes one of them. The path to give to the other server is {@code Actions.…}, {@code /a/} and a hash of
     * the name and of nothing else: it stays the same in every build, for as long as the action has its name.
     */
    boolean crossOrigin() default false;
}
