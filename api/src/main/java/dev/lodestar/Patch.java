package dev.lodestar;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change that an action makes to the page that called it: an event of the Datastar 1.0 protocol. Pages follow the
 * state by themselves, so patches are for what is not state, such as clearing a draft or showing a message once. Most
 * replies need none of these classes; see {@link Reply#signal} and {@link Reply#html}.
 *
 * <pre>{@code
 * return Reply.patch(new Patch.Elements(toast, "#toasts", Patch.Mode.APPEND, false));
 * }</pre>
 *
 * <p>Immutable.
 */
public sealed interface Patch {
    /** How elements get into the page. The names are Datastar's. */
    enum Mode {
        /** Morph the element that has the same id, keeping its state. The default. */
        OUTER,
        /** Morph the target's children. */
        INNER,
        /** Replace the target with the new element, without keeping state. */
        REPLACE,
        /** Add as the target's first children. */
        PREPEND,
        /** Add as the target's last children. */
        APPEND,
        /** Add before the target. */
        BEFORE,
        /** Add after the target. */
        AFTER,
        /** Remove the target. */
        REMOVE
    }

    /**
     * Changes elements of the page.
     *
     * @param html one or more whole elements, or {@link Html#EMPTY} for {@link Mode#REMOVE}
     * @param selector a CSS selector for the target, on one line; if empty, the id of each element is its target
     * @param mode how the elements get into the page
     * @param viewTransition whether the browser animates the change as a view transition
     */
    record Elements(Html html, String selector, Mode mode, boolean viewTransition) implements Patch {
        /**
         * Checks the selector.
         *
         * @throws IllegalArgumentException if the selector is empty but the mode needs one, or if it contains a line
         *     break
         */
        public Elements {
            if (selector.isEmpty()
                    && !List.of(Mode.OUTER, Mode.REPLACE, Mode.REMOVE).contains(mode)) {
                throw new IllegalArgumentException(
                        "A patch of mode " + mode + " needs a selector that names its target.");
            }
            if (selector.indexOf('\n') >= 0 || selector.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("The selector of a patch must be one line.");
            }
        }
    }

    /**
     * Changes signals, as a JSON merge patch (RFC 7396).
     *
     * @param values the new values by name: strings, numbers, booleans, lists and maps of these, or {@code null}, which
     *     deletes a signal
     * @param onlyIfMissing whether signals that the page already has keep their values
     */
    record Signals(Map<String, ? extends @Nullable Object> values, boolean onlyIfMissing) implements Patch {}

    /**
     * Runs a script in the page, once. The page fetches the script from a URL of its own, because its policy allows
     * none in markup. The script therefore runs shortly after the other patches of the reply, and two scripts can run
     * in either order.
     *
     * @param source JavaScript
     */
    record Script(String source) implements Patch {}
}
