package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that is called when a stream of a view has opened: somebody is now looking at the page. The
 * counterpart is {@link Disconnected}.
 *
 * <pre>{@code
 * @Connected("/chat")
 * void joined(@Query("room") String room, Session session) { present.add(room, session); }
 * }</pre>
 *
 * <p>The method can take what a view can take, all of it from the request that opened the stream. Every {@link Query}
 * parameter that it requires must be required by its views too. If the request lacks something that the method needs,
 * it is refused with 400 and no stream opens. The method returns {@code void}, or {@code boolean}: {@code false} means
 * that nothing changed, so that no view is refreshed.
 *
 * <p>A browser has one stream for each page that it shows, and opens a new one when it reconnects, so a session can
 * have any number of streams. For each stream that opens, every method of the view with this annotation is called once
 * and, after it has returned, every {@link Disconnected} method is called once. The calls for one stream run one after
 * the other; calls for different streams can run at the same time.
 *
 * <p>A stream opens with its first frame, or earlier if the view takes longer than a second. It does not wait for the
 * method. An exception is logged and has no other effect.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Connected {
    /** The paths of the views whose streams it is called for, as in {@code Views.CHAT}; if empty, all views. */
    String[] value() default {};

    /** The paths of the views to refresh after a call; if empty, all views. */
    String[] refresh() default {};
}
