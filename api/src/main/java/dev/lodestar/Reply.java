package dev.lodestar;

import dev.lodestar.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an action to the page that called it.
 *
 * <pre>{@code
 * @Action("todo/add")
 * Reply add(@Signal("title") String title) {
 *     if (title.isBlank()) return Reply.error(400, "A todo needs a title.");
 *     todos.add(title);
 *     return Reply.signal("title", "");
 * }
 * }</pre>
 *
 * <p>After every reply except {@link #unchanged()} and {@link #error}, the views are refreshed. An action that returns
 * {@code void} replies with {@link #changed()}. Immutable.
 */
public sealed interface Reply {
    /** Says that something changed, which the views will show. The status is 204. */
    static Reply changed() {
        return new Changed();
    }

    /** Says that nothing changed, so that no view is refreshed. The status is 204. */
    static Reply unchanged() {
        return new Unchanged();
    }

    /**
     * Sets a signal of the page.
     *
     * @param name the signal's name, with a dot before a nested one, as in {@code "draft.title"}
     * @param value a string, a number, a boolean, a list or map of these, or {@code null}, which deletes the signal
     */
    static Patches signal(String name, @Nullable Object value) {
        return new Patches(List.of()).andSignal(name, value);
    }

    /**
     * Morphs elements into the page. Each replaces the element that has the same id.
     *
     * @param elements one or more whole elements with ids
     */
    static Patches html(Html elements) {
        return new Patches(List.of()).andHtml(elements);
    }

    /**
     * Sends patches to the page.
     *
     * @param patches the patches in the order in which to apply them, at least one
     */
    static Patches patch(Patch... patches) {
        return new Patches(Arrays.asList(patches));
    }

    /**
     * Sends the browser to another page.
     *
     * @param location a path of this application, as in {@code Views.TODOS}, or an {@code http} or {@code https} URL,
     *     without spaces or control characters
     * @throws IllegalArgumentException if the location is neither
     */
    static Redirect redirect(String location) {
        return new Redirect(location);
    }

    /**
     * Refuses the request. No view is refreshed. Code that cannot return a reply, such as a view, throws it:
     * {@code throw new Refused(Reply.error(403, "Only the owner can do that."))}.
     *
     * @param status the HTTP status, from 400 to 499
     * @param message one sentence for the person who sent the request; it is sent as plain text
     * @throws IllegalArgumentException if the status is out of range
     */
    static Refusal error(int status, String message) {
        return new Refusal(status, message);
    }

    /** See {@link #changed()}. */
    record Changed() implements Reply {}

    /** See {@link #unchanged()}. */
    record Unchanged() implements Reply {}

    /**
     * Changes to the page that called the action, sent as an event stream that ends after the last one.
     *
     * @param patches the changes, in the order in which the page applies them
     */
    record Patches(List<Patch> patches) implements Reply {
        /** Copies the list. */
        public Patches {
            patches = List.copyOf(patches);
        }

        /** Returns these patches and one that sets a signal; see {@link Reply#signal}. */
        public Patches andSignal(String name, @Nullable Object value) {
            return and(new Patch.Signals(SignalPath.nest(name, value), false));
        }

        /** Returns these patches and one that morphs elements; see {@link Reply#html}. */
        public Patches andHtml(Html elements) {
            return and(new Patch.Elements(elements, "", Patch.Mode.OUTER, false));
        }

        /** Returns these patches and one more. */
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
                        "A redirect needs a path that starts with / or an http(s) URL, without spaces or control"
                                + " characters; this is neither: " + Quoted.of(location));
            }
        }
    }

    /**
     * See {@link Reply#error}.
     *
     * @param status the HTTP status, from 400 to 499
     * @param message one sentence for the person who sent the request
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
