package dev.lodestar.processor.asset;

import dev.lodestar.assets.BrowserClient;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.expression.ExpressionKind;
import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.name.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that an application answers to {@code GET}: a shim for each view, the client and the assets. */
public final class Site {
    /** The name of the client that comes with the framework. */
    static final String CLIENT = "lodestar.js";

    /** Where a client of any build requests the code it needs to become one of this build. */
    private static final String HANDOVER = "/assets/handover.js";

    /** The name of the module that the expressions of the templates become. */
    private static final String EXPRESSIONS = "expressions.js";

    /** Keeps browsers from requesting one. */
    private static final String NO_ICON = "data:,";

    private final Application application;
    private final AssetCatalog assets;
    private final Optional<ExpressionModule> module;
    private final Diagnostics diagnostics;

    private Site(
            Application application, AssetCatalog assets, Optional<ExpressionModule> module, Diagnostics diagnostics) {
        this.application = application;
        this.assets = assets;
        this.module = module;
        this.diagnostics = diagnostics;
    }

    /**
     * Collects what is served, and reports collisions and assets that {@code @App} names but that do not exist.
     *
     * @param module the expressions of all templates, unless they are evaluated; the shim's is added
     */
    public static List<Served> of(
            Application application, AssetCatalog assets, Optional<ExpressionModule> module, Diagnostics diagnostics) {
        return new Site(application, assets, module, diagnostics).lay();
    }

    private List<Served> lay() {
        new Collisions(application, assets.names(), diagnostics).report();
        AppClass app = application.app();
        List<Served> served = new ArrayList<>();
        Shim shim = new Shim(
                app.lang(),
                app.styles().stream().map(name -> url("styles", name)).toList(),
                icon(app),
                module.map(expressions -> expressions.added(Shim.OPEN_STREAM, ExpressionKind.STATEMENTS))
                        .orElse(Shim.OPEN_STREAM),
                scripts(served));
        pathsByTitle(app).forEach((title, paths) -> served.add(shim.at(paths, title)));
        served.add(Served.script(HANDOVER, BrowserClient.handoverSource()));
        assets.all().forEach(served::add);
        return served;
    }

    // Views with the same title share the bytes of their shim.
    private Map<String, List<String>> pathsByTitle(AppClass app) {
        return application.views().stream()
                .collect(Collectors.groupingBy(
                        view -> view.title().isEmpty() ? app.title() : view.title(),
                        LinkedHashMap::new,
                        Collectors.mapping(ViewMethod::path, Collectors.toList())));
    }

    private String icon(AppClass app) {
        return app.icon().isEmpty() ? assets.url("favicon.ico").orElse(NO_ICON) : url("icon", app.icon());
    }

    /** The script that starts the client, and those that it imports. */
    private List<String> scripts(List<Served> served) {
        String other = application.app().client();
        if (!other.isEmpty()) {
            return List.of(url("client", other));
        }
        if (module.isEmpty()) {
            return List.of(script(CLIENT, BrowserClient.source(), served));
        }
        String client = script(CLIENT, BrowserClient.compiledSource(), served);
        return List.of(script(EXPRESSIONS, module.get().source(client), served), client);
    }

    private static String script(String name, String source, List<Served> served) {
        Content.Text content = Content.Text.of(source);
        Served script = Served.file(name, content.hash(), content);
        served.add(script);
        return script.url();
    }

    private String url(String value, String name) {
        return assets.url(name).orElseGet(() -> {
            diagnostics.error(
                    application.app().origin().at(value, name),
                    Rule.MISSING_ASSET,
                    "@App(" + value + ") names the asset \"" + name + "\", but there is no file " + AssetCatalog.FOLDER
                            + "/" + name + " among the resources (src/main/resources in a Maven build)."
                            + Nearest.suggestion(name, assets.names()));
            return "";
        });
    }
}
