package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.application.ActionMethod;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Argument;
import dev.lodestar.processor.application.Argument.FromQuery;
import dev.lodestar.processor.application.BoundRecord;
import dev.lodestar.processor.application.Field;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.asset.AssetCatalog;
import dev.lodestar.processor.code.ConstantsWriter.Constant;
import dev.lodestar.processor.graph.ObjectGraph;
import dev.lodestar.processor.name.ConstantName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the classes of an application except its renderers. */
public final class ApplicationWriter {
    private final Application application;
    private final List<BoundRecord> bound;
    private final ObjectGraph graph;
    private final AssetCatalog assets;
    private final RecordClassNames renderers;
    private final RecordClassNames binders;

    private ApplicationWriter(
            Application application,
            List<BoundRecord> bound,
            ObjectGraph graph,
            AssetCatalog assets,
            RecordClassNames renderers) {
        this.application = application;
        this.bound = bound;
        this.graph = graph;
        this.assets = assets;
        this.renderers = renderers;
        this.binders = RecordClassNames.of(
                application.home(), bound.stream().map(BoundRecord::name).toList(), "Binder");
    }

    /** The classes for the application's package except those of {@link #writeConstants}. */
    public static List<TypeSpec> write(
            Application application,
            List<BoundRecord> bound,
            ObjectGraph graph,
            AssetCatalog assets,
            RecordClassNames renderers) {
        return new ApplicationWriter(application, bound, graph, assets, renderers).write();
    }

    /** The classes with constants that annotations can refer to: {@code Views} and {@code Actions}. */
    public static List<TypeSpec> writeConstants(Application application) {
        return List.of(
                ConstantsWriter.write(
                        "Views", "The paths of the views.", views(application).values(), modifiers(application)),
                ConstantsWriter.write(
                        "Actions",
                        "The paths of the actions.",
                        actions(application).values(),
                        modifiers(application)));
    }

    private static Modifier[] modifiers(Application application) {
        return application.app().isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    }

    private static Map<String, Constant> views(Application application) {
        return constants(
                application.views(),
                ViewMethod::path,
                ViewMethod::path,
                v -> "The view that {@code " + v.method() + "} renders.",
                ViewMethod::arguments);
    }

    private static Map<String, Constant> actions(Application application) {
        return constants(
                application.actions(),
                ActionMethod::name,
                ActionMethod::path,
                a -> "{@code " + a.name() + "}: {@code " + a.method() + "}.",
                ActionMethod::arguments);
    }

    private List<TypeSpec> write() {
        Modifier[] modifiers = modifiers(application);
        Map<String, Constant> files = constants(
                assets.names(),
                name -> name,
                name -> assets.url(name).orElseThrow(),
                name -> "{@code " + name + "}.",
                name -> List.of());
        List<ClassName> handlers = application.handlers();
        List<TypeSpec> types = new ArrayList<>();
        List<RoutePart> parts = RoutePart.of(application);
        types.add(new MainWriter(application.app(), graph, parts).write(modifiers));
        types.addAll(new RoutesWriter(
                        application,
                        graph,
                        new HandlerCalls(graph, handlers, binders),
                        renderers,
                        views(application),
                        actions(application))
                .write(parts));
        types.add(ConstantsWriter.write("Assets", "The URLs of the assets.", files.values(), modifiers));
        if (!application.templates().isEmpty()) {
            types.add(TemplatesWriter.write(application.templates(), renderers));
        }
        BinderWriter binder = new BinderWriter(binders);
        bound.forEach(record -> types.add(binder.write(record)));
        return types;
    }

    private static <T> Map<String, Constant> constants(
            Iterable<T> items,
            Function<T, String> key,
            Function<T, String> path,
            Function<T, String> meaning,
            Function<T, List<Argument>> arguments) {
        Map<String, Constant> constants = new LinkedHashMap<>();
        for (T item : items) {
            List<Field> query = arguments.apply(item).stream()
                    .flatMap(argument -> argument instanceof FromQuery q ? Stream.of(q.field()) : Stream.empty())
                    .toList();
            constants.put(
                    key.apply(item),
                    new Constant(ConstantName.of(key.apply(item)), path.apply(item), meaning.apply(item), query));
        }
        return constants;
    }
}
