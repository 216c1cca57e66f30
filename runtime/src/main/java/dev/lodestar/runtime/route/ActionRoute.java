package dev.lodestar.runtime.route;

import java.util.List;

/**
 * An action of the table.
 *
 * @param path the path it is posted to
 * @param name what the application calls it
 * @param handler what runs it
 * @param refreshedViews the paths of the views to refresh afterwards; all views when empty
 * @param crossOrigin whether it is run for requests of any site, which then have no session
 */
public record ActionRoute(
        String path, String name, ActionHandler handler, List<String> refreshedViews, boolean crossOrigin) {
    ActionRoute forAnySite() {
        return new ActionRoute(path, name, handler, refreshedViews, true);
    }
}
