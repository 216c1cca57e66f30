package dev.lodestar.processor;

import dev.lodestar.processor.application.ActionMethod;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Argument;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.asset.AssetCatalog;
import dev.lodestar.processor.template.check.References;
import dev.lodestar.processor.template.check.Target;
import dev.lodestar.processor.template.parse.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What templates can refer to: the actions, views and assets of the application. */
final class ApplicationReferences implements References {
    private final Map<String, Target> actions;
    private final Map<String, Target> views;
    private final AssetCatalog assets;

    ApplicationReferences(Application application, AssetCatalog assets) {
        // A duplicate name is an error that was already reported, so it does not matter which one wins.
        this.actions = application.actions().stream()
                .collect(Collectors.toMap(
                        ActionMethod::name, a -> target(a.path(), a.arguments()), (first, second) -> first));
        this.views = application.views().stream()
                .collect(Collectors.toMap(
                        ViewMethod::path, v -> target(v.path(), v.arguments()), (first, second) -> first));
        this.assets = assets;
    }

    private static Target target(String path, List<Argument> arguments) {
        List<Target.Parameter> parameters = new ArrayList<>();
        for (Argument argument : arguments) {
            if (argument instanceof Argument.FromQuery query) {
                parameters.add(
                        new Target.Parameter(query.field().name(), query.field().type()));
            }
        }
        return new Target(path, parameters, arguments.contains(new Argument.OfRequest()));
    }

    @Override
    public Optional<Target> find(Reference reference) {
        return switch (reference.kind()) {
            case ACTION -> Optional.ofNullable(actions.get(reference.name()));
            case VIEW -> Optional.ofNullable(views.get(reference.name()));
            case ASSET -> assets.url(reference.name()).map(url -> new Target(url, List.of(), false));
        };
    }

    @Override
    public SortedSet<String> names(Reference.Kind kind) {
        return switch (kind) {
            case ACTION -> new TreeSet<>(actions.keySet());
            case VIEW -> new TreeSet<>(views.keySet());
            case ASSET -> assets.names();
        };
    }
}
