package dev.lodestar.runtime.route;

import dev.lodestar.runtime.html.HtmlOutput;

/** Renders the current state of a view. Called by one thread at a time, not always the same one. */
@FunctionalInterface
public interface Rendering {
    /**
     * Writes the whole view.
     *
     * @param out an empty output, valid until this returns
     * @throws Exception if the view cannot be rendered; its pages keep showing what they show
     */
    void render(HtmlOutput out) throws Exception;
}
