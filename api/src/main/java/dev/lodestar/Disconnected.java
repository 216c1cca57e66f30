package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method when a stream of a view has ended, whichever way: the page was left, the connection broke or stalled, or
 * the server closes.
 *
 * <pre>{@code
 * @Disconnected("/chat")
 * void went(@Query("room") String room, Session session) { present.remove(room, session); }
 * }</pre>
 *
 * <p>All that is said of {@link Connected} holds here too. {@link Hub#watching} does not count the stream any more. A
 * server that closes waits for these calls as long as {@link Config#shutdownGrace} allows, before it closes the
 * application's objects.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Disconnected {
    /** The paths of the views, as in {@code Views.CHAT}; every view when empty. */
    String[] value() default {};

    /** The paths of the views to refresh after a call; all views when empty. */
    String[] refresh() default {};
}
