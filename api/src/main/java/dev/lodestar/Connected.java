package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method when a stream of a view has opened: somebody looks at the page now. {@link Disconnected} is its
 * counterpart.
 *
 * <pre>{@code
 * @Connected("/chat")
 * void came(@Query("room") String room, Session session) { present.add(room, session); }
 * }</pre>
 *
 * <p>The method takes what a view takes, of the request that opened the stream; every required {@link Query} parameter
 * must be one of its views' too. A request that lacks what it needs is refused with 400, and no stream opens. It returns
 * {@code void} or {@code boolean}: {@code false} means that nothing changed, and nothing is refreshed.
 *
 * <p>A browser has a stream for each page that it shows, and opens another when it reconnects: a session can have none,
 * one or several. For each stream that opened, every method of the view is called once with this annotation and, when
 * those have returned, once with {@link Disconnected}. The methods for one stream are called one after the other, those
 * for several streams at the same time. A stream opens with its first frame, or before it if the view takes longer than
 * a second; neither waits for the method. A call that throws is logged, and everything else goes on.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Connected {
    /** The paths of the views, as in {@code Views.CHAT}; every view when empty. */
    String[] value() default {};

    /** The paths of the views to refresh after a call; all views when empty. */
    String[] refresh() default {};
}
