package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that runs at a fixed interval for as long as the server runs, such as a game loop. The views are
 * refreshed after each run.
 *
 * <pre>{@code
 * @Every("100ms")
 * void tick() { board.set(board.get().next()); }
 * }</pre>
 *
 * <p>The method has no parameters and returns {@code void}, or {@code boolean}: {@code false} means that nothing
 * changed, so that no view is refreshed.
 *
 * <p>Runs of the same method never overlap. A run that is due while the previous one is still going is skipped. An
 * exception is logged and does not stop the clock.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Every {
    /**
     * The time from the start of one run to the start of the next: a whole number followed by {@code ms}, {@code s},
     * {@code m} or {@code h}, as in {@code "100ms"}; from 1 ms to 366 days.
     */
    String value();

    /** The paths of the views to refresh after a run; if empty, all views. */
    String[] refresh() default {};
}
