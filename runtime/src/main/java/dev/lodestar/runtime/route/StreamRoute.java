package dev.lodestar.runtime.route;

import java.util.List;

/**
 * What an application does when a stream opens, or when it ends.
 *
 * @param views the paths of the views whose streams are meant; all views when empty
 * @param handler what does it
 * @param refreshedViews the paths of the views to refresh afterwards; all views when empty
 */
public record StreamRoute(List<String> views, StreamHandler handler, List<String> refreshedViews) {
    /** Copies the lists. */
    public StreamRoute {
        views = List.copyOf(views);
        refreshedViews = List.copyOf(refreshedViews);
    }

    /** Whether the streams of a view are meant. */
    public boolean isFor(String view) {
        return views.isEmpty() || views.contains(view);
    }
}
