package dev.lodestar.processor.application;

import dev.lodestar.processor.diagnostic.Origin;
import java.util.List;

/**
 * A method that is called when a stream has opened, or when it has ended.
 *
 * @param arguments what it is called with
 * @param parameters the parameters that these are for
 * @param reportsChange whether it returns a {@code boolean} that reports a change; otherwise it returns nothing
 * @param views the paths of the views whose streams are meant; empty for all
 * @param refresh the paths of the views to refresh; empty for all
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

    /** Whether the streams of a view are meant. */
    boolean isFor(ViewMethod view) {
        return views.isEmpty() || views.contains(view.path());
    }

    /** When it is called. */
    public enum Moment {
        /** The stream has opened. */
        CONNECTED("@Connected"),
        /** The stream has ended. */
        DISCONNECTED("@Disconnected");

        private final String annotation;

        Moment(String annotation) {
            this.annotation = annotation;
        }

        /** The annotation, as the source has it. */
        @Override
        public String toString() {
            return annotation;
        }
    }
}
