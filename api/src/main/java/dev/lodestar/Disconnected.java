package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that is called when a stream of a view has ended, for whatever reason: somebody left the page, the
 * connection broke or stalled, or the server is closing. The counterpart is {@link Connected}.
 *
 * <pre>{@code
 * @Disconnected("/chat")
 * void left(@Query("room") String room, Session session) { present.remove(room, session); }
 * }</pre>
 *
 * <p>Parameters, results, order and threads are as described for {@link Connected}. When the method is called,
 * {@link Hub#watching} no longer counts the stream. A closing server waits for these calls, up to
 * {@link Config#shutdownGrace}, before it closes the application's objects.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Disconnected {
    /** The paths of the views whose streams it is called for, as in {@code Views.CHAT}; if empty, all views. */
    String[] value() default {};

    /** The paths of the views to refresh after a call; if empty, all views. */
    String[] refresh() default {};
}
