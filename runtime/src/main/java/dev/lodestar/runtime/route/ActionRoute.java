package dev.lodestar.runtime.route;

import java.util.List;

/**
 * An action in the table.
 *
 * @param path the path that it is posted to
 * @param name its name in the application
 * @param handler what runs it
 * @param refreshedViews the paths of the views to refresh afterwards; all views if empty
 * @param crossOrigin whether other sites may request it; such requests have no session
 */
public record ActionRoute(
        String path, String name, ActionHandler handler, List<String> refreshedViews, boolean crossOrigin) {
    ActionRoute forAnySite() {
        return new ActionRoute(path, name, handler, refreshedViews, true);
    }
}
