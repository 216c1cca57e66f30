package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method on a fixed clock while the server serves, and refreshes the views after each run: a game loop.
 *
 * <pre>{@code
 * @Every("100ms")
 * void tick() { board.set(board.get().next()); }
 * }</pre>
 *
 * <p>The method takes no parameters and returns {@code void} or {@code boolean}; {@code false} means that nothing
 * changed, and nothing is refreshed. One run ends before the next begins; runs that a slow one left no time for are
 * skipped. A run that throws is logged and does not stop the clock.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Every {
    /** The time from one run's start to the next's: a whole number and {@code ms}, {@code s}, {@code m} or {@code h}; at least 1 ms. */
    String value();

    /** The paths of the views to refresh after a run; all views when empty. */
    String[] refresh() default {};
}
