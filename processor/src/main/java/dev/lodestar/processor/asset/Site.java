package dev.lodestar.processor.asset;

import dev.lodestar.assets.BrowserClient;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.name.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that an application answers to {@code GET}: a shim for each view, the client, the assets. */
public final class Site {
    /** The name of the client that comes with the framework. */
    static final String CLIENT = "lodestar.js";

    /** Keeps browsers from asking for one. */
    private static final String NO_ICON = "data:,";

    private final Application application;
    private final AssetCatalog assets;
    private final Diagnostics diagnostics;

    private Site(Application application, AssetCatalog assets, Diagnostics diagnostics) {
        this.application = application;
        this.assets = assets;
        this.diagnostics = diagnostics;
    }

    /** Lays out what is served, and reports assets that {@code @App} names and that do not exist, and collisions. */
    public static List<Served> of(Application application, AssetCatalog assets, Diagnostics diagnostics) {
        return new Site(application, assets, diagnostics).lay();
    }

    private List<Served> lay() {
        new Collisions(application, assets.names(), diagnostics).report();
        AppClass app = application.app();
        List<Served> served = new ArrayList<>();
        Shim shim = new Shim(
                app.lang(),
                app.styles().stream().map(name -> url("styles", name)).toList(),
                icon(app),
                client(served));
        pathsByTitle(app).forEach((title, paths) -> served.add(Served.shim(paths, shim.html(title))));
        assets.all().forEach(served::add);
        return served;
    }

    // The shims of views with one title are the same bytes.
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

    private String client(List<Served> served) {
        String client = application.app().client();
        if (!client.isEmpty()) {
            return url("client", client);
        }
        Content.Text source = Content.Text.of(BrowserClient.source());
        Served own = Served.file(CLIENT, source.hash(), source);
        served.add(own);
        return own.url();
    }

    private String url(String value, String name) {
        return assets.url(name).orElseGet(() -> {
            diagnostics.error(
                    application.app().origin(),
                    Rule.MISSING_ASSET,
                    "@App(" + value + ") names the asset \"" + name + "\", but there is no file " + AssetCatalog.FOLDER
                            + "/" + name + " among the resources (src/main/resources in a Maven build)."
                            + Nearest.suggestion(name, assets.names()));
            return "";
        });
    }
}
