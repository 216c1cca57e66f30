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
 * parameters, and a record bound from the signals. Any number of calls run at once; what they share must be safe for
 * use by several threads.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Action {
    /** The name: words of letters, digits, {@code -} and {@code _}, separated by {@code /}; it belongs to one action only. */
    String value();

    /** The paths of the views to refresh afterwards; all views when empty. */
    String[] refresh() default {};
}
