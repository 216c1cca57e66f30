package dev.lodestar.runtime.route;

import dev.lodestar.runtime.html.HtmlOutput;

/** Renders a view as it is now. Called by one thread at a time, not always the same one. */
@FunctionalInterface
public interface Rendering {
    /**
     * Writes the whole view.
     *
     * @param out an empty output, to be used until this returns
     * @throws Exception if the view cannot be rendered; its pages keep what they show
     */
    void render(HtmlOutput out) throws Exception;
}
