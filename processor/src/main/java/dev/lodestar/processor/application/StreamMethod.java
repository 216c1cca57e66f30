package dev.lodestar.processor.application;

import dev.lodestar.processor.diagnostic.Origin;
import java.util.List;

/**
 * A method that is called when a stream has opened, or when it has ended.
 *
 * @param moment when it is called
 * @param arguments what it is called with, in order
 * @param parameters the parameters that take the arguments
 * @param reportsChange whether it returns a {@code boolean} that says whether anything changed, rather than nothing
 * @param views the paths of the views whose streams it is called for; empty for all views
 * @param refresh the paths of the views to refresh; empty for all views
 * @param origin the annotation's value
 */
public record StreamMethod(
        Moment moment,
        Method method,
        List<Argument> arguments,
        List<Origin> parameters,
        boolean reportsChange,
        List<String> views,
        List<String> refresh,
        Origin origin) {
    /** Copies the lists. */
    public StreamMethod {
        arguments = List.copyOf(arguments);
        parameters = List.copyOf(parameters);
        views = List.copyOf(views);
        refresh = List.copyOf(refresh);
    }

    /** Whether it is called for the streams of a view. */
    boolean isFor(ViewMethod view) {
        return views.isEmpty() || views.contains(view.path());
    }

    /** When a callback is called. */
    public enum Moment {
        /** When the stream has opened. */
        CONNECTED("@Connected"),
        /** When the stream has ended. */
        DISCONNECTED("@Disconnected");

        private final String annotation;

        Moment(String annotation) {
            this.annotation = annotation;
        }

        /** The annotation as the source writes it. */
        @Override
        public String toString() {
            return annotation;
        }
    }
}
