package dev.lodestar.runtime.route;

import java.util.List;

/**
 * What an application does when a stream opens or ends.
 *
 * @param views the paths of the views whose streams it handles; all views if empty
 * @param handler prepares the work
 * @param refreshedViews the paths of the views to refresh afterwards; all views if empty
 */
public record StreamRoute(List<String> views, StreamHandler handler, List<String> refreshedViews) {
    /** Copies the lists. */
    public StreamRoute {
        views = List.copyOf(views);
        refreshedViews = List.copyOf(refreshedViews);
    }

    /** Whether it handles the streams of a view. */
    public boolean isFor(String view) {
        return views.isEmpty() || views.contains(view);
    }
}
