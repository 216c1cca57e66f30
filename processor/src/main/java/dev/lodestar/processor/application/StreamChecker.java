package dev.lodestar.processor.application;

import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.name.Nearest;
import dev.lodestar.processor.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * Checks that callbacks name views that exist, and require no query parameter that a request for one of these views may
 * lack: its stream would be refused.
 */
final class StreamChecker {
    private final List<ViewMethod> views;
    private final Diagnostics diagnostics;

    StreamChecker(List<ViewMethod> views, Diagnostics diagnostics) {
        this.views = views;
        this.diagnostics = diagnostics;
    }

    void check(StreamMethod stream) {
        List<String> paths = views.stream().map(ViewMethod::path).toList();
        for (String path : stream.views()) {
            if (!paths.contains(path)) {
                diagnostics.error(
                        stream.origin().at("value", path),
                        Rule.UNKNOWN_VIEW,
                        stream.moment() + " names \"" + path + "\", but no view has that path."
                                + Nearest.suggestion(path, paths));
            }
        }
        for (int i = 0; i < stream.arguments().size(); i++) {
            checkQuery(stream, i);
        }
    }

    private void checkQuery(StreamMethod stream, int index) {
        Optional<String> name = required(stream.arguments().get(index));
        Optional<ViewMethod> without = name.flatMap(required -> views.stream()
                .filter(stream::isFor)
                .filter(view -> mayLack(view, required))
                .findFirst());
        if (without.isPresent()) {
            ViewMethod view = without.get();
            diagnostics.error(
                    stream.parameters().get(index),
                    Rule.CALLBACK,
                    "The callback " + stream.method() + " requires \"" + name.get() + "\" in the query, but the view "
                            + view.path() + " does not, so a stream that lacks it would be refused."
                            + Nearest.suggestion(name.get(), requiredBy(view))
                            + " Take an Optional, or name only views that require it too, as in " + stream.moment()
                            + "(\"/chat\").");
        }
    }

    /**
     * Whether requests for a view may lack a query parameter. A view that takes the whole request may require anything.
     */
    private static boolean mayLack(ViewMethod view, String name) {
        return view.arguments().stream().noneMatch(Argument.OfRequest.class::isInstance)
                && !requiredBy(view).contains(name);
    }

    private static List<String> requiredBy(ViewMethod view) {
        return view.arguments().stream()
                .flatMap(argument -> required(argument).stream())
                .toList();
    }

    /** The name of the query parameter that an argument requires, if it requires one. */
    private static Optional<String> required(Argument argument) {
        return argument instanceof Argument.FromQuery query
                        && !(query.field().type() instanceof ValueType.OptionalOf)
                        && !(query.field().type() instanceof ValueType.Many)
                ? Optional.of(query.field().name())
                : Optional.empty();
    }
}
