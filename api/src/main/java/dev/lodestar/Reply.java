package dev.lodestar;

import dev.lodestar.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action answers to the page that called it. Immutable.
 *
 * <p>Views are refreshed after every reply but {@link #unchanged()} and {@link #error}.
 *
 * <pre>{@code
 * @Action("todo/add")
 * Reply add(@Signal("title") String title) {
 *     if (title.isBlank()) return Reply.error(400, "A todo needs a title.");
 *     todos.add(title);
 *     return Reply.signal("title", "");
 * }
 * }</pre>
 */
public sealed interface Reply {
    /** Something changed, and the views will show it: 204, the same as a method that returns {@code void}. */
    static Reply changed() {
        return new Changed();
    }

    /** Nothing changed: 204, and no view is refreshed. */
    static Reply unchanged() {
        return new Unchanged();
    }

    /**
     * Sets one signal in the page.
     *
     * @param name the signal's name; a dot leads to a nested one
     * @param value a string, a number, a boolean, a list or map of these, or {@code null}, which deletes the signal
     */
    static Patches signal(String name, @Nullable Object value) {
        return new Patches(List.of()).andSignal(name, value);
    }

    /**
     * Morphs elements into the page, each in the place of the one that has its id.
     *
     * @param elements one or more whole elements with ids
     */
    static Patches html(Html elements) {
        return new Patches(List.of()).andHtml(elements);
    }

    /**
     * Sends changes to the page, in this order.
     *
     * @param patches at least one
     */
    static Patches patch(Patch... patches) {
        return new Patches(Arrays.asList(patches));
    }

    /**
     * Sends the browser elsewhere.
     *
     * @param location a path of this application, as in {@code Views.TODOS}, or an {@code http} or {@code https} URL
     * @throws IllegalArgumentException if it is neither
     */
    static Redirect redirect(String location) {
        return new Redirect(location);
    }

    /**
     * Refuses what was asked. No view is refreshed. What is deeper within an action, and a view, throws it:
     * {@code throw new Refused(Reply.error(403, "Only the owner can do that."))}.
     *
     * @param status the status, 400 to 499
     * @param message one sentence for the person who asked, sent as plain text
     * @throws IllegalArgumentException if the status is not in that range
     */
    static Refusal error(int status, String message) {
        return new Refusal(status, message);
    }

    /** See {@link #changed()}. */
    record Changed() implements Reply {}

    /** See {@link #unchanged()}. */
    record Unchanged() implements Reply {}

    /**
     * Changes to the page that called, sent as one event stream that then ends.
     *
     * @param patches in the order in which the page applies them
     */
    record Patches(List<Patch> patches) implements Reply {
        /** Copies the list. */
        public Patches {
            patches = List.copyOf(patches);
        }

        /** These patches and one that sets a signal; see {@link Reply#signal}. */
        public Patches andSignal(String name, @Nullable Object value) {
            return and(new Patch.Signals(SignalPath.nest(name, value), false));
        }

        /** These patches and one that morphs elements; see {@link Reply#html}. */
        public Patches andHtml(Html elements) {
            return and(new Patch.Elements(elements, "", Patch.Mode.OUTER, false));
        }

        /** These patches and one more. */
        public Patches and(Patch patch) {
            List<Patch> longer = new ArrayList<>(patches);
            longer.add(patch);
            return new Patches(longer);
        }
    }

    /**
     * See {@link Reply#redirect}.
     *
     * @param location a path or an absolute URL
     */
    record Redirect(String location) implements Reply {
        /** Checks the location; see {@link Reply#redirect}. */
        public Redirect {
            boolean path = location.startsWith("/") && !location.startsWith("//") && !location.startsWith("/\\");
            boolean url = location.startsWith("http://") || location.startsWith("https://");
            if (!(path || url) || location.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
                throw new IllegalArgumentException(
                        "A redirect leads to a path that starts with / or to an http(s) URL, without spaces or control"
                                + " characters; this is neither: " + Quoted.of(location));
            }
        }
    }

    /**
     * See {@link Reply#error}.
     *
     * @param status 400 to 499
     * @param message one sentence
     */
    record Refusal(int status, String message) implements Reply {
        /** Checks the status; see {@link Reply#error}. */
        public Refusal {
            if (status < 400 || status > 499) {
                throw new IllegalArgumentException("Reply.error takes a status from 400 to 499, not " + status + ".");
            }
        }
    }
}
