package dev.lodestar;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change that an action asks of the page it was called from: one event of the Datastar 1.0 protocol. The rest of
 * the page follows the state by itself, so this is for what is not state: clearing a draft, showing a one-off message.
 */
public sealed interface Patch {
    /** How elements come into the page; the names are Datastar's. */
    enum Mode {
        /** Morph the element that has the same id, keeping its state. The default. */
        OUTER,
        /** Morph the target's children. */
        INNER,
        /** Put the new element in the target's place, with no state kept. */
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
     * @param html one or more whole elements; {@link Html#EMPTY} goes with {@link Mode#REMOVE} only
     * @param selector the CSS selector of the target; when empty, each element's own id says where it goes
     * @param mode how the elements come in
     * @param viewTransition whether the browser should animate the change as a view transition
     */
    record Elements(Html html, String selector, Mode mode, boolean viewTransition) implements Patch {
        /**
         * @throws IllegalArgumentException if the mode needs a selector and there is none, or if the selector has a
         *     line break
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
     * Changes signals: a JSON merge patch (RFC 7396).
     *
     * @param values by name: strings, numbers, booleans, {@code null} (which deletes), lists, and maps of these
     * @param onlyIfMissing whether signals that the page already has stay as they are
     */
    record Signals(Map<String, ? extends @Nullable Object> values, boolean onlyIfMissing) implements Patch {}

    /**
     * Runs a script in the page, once. The page fetches it from a URL of its own, since its policy runs none that stands
     * in markup; so it runs soon after the patches beside it, and of two scripts either may be the first.
     *
     * @param source JavaScript
     */
    record Script(String source) implements Patch {}
}
