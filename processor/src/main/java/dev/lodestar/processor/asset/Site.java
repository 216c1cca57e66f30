package dev.lodestar.processor.asset;

import dev.lodestar.assets.BrowserClient;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.name.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything that an application answers to {@code GET}: a shim for each view, the client, the assets. */
public final class Site {
    private static final String CLIENT = "lodestar.js";

    private final Application application;
    private final AssetCatalog assets;
    private final Diagnostics diagnostics;

    private Site(Application application, AssetCatalog assets, Diagnostics diagnostics) {
        this.application = application;
        this.assets = assets;
        this.diagnostics = diagnostics;
    }

    /** Lays out what is served; assets that {@code @App} names and that do not exist are reported. */
    public static List<Served> of(Application application, AssetCatalog assets, Diagnostics diagnostics) {
        return new Site(application, assets, diagnostics).lay();
    }

    private List<Served> lay() {
        AppClass app = application.app();
        List<Served> served = new ArrayList<>();
        Shim shim = new Shim(
                app.lang(),
                app.styles().stream().map(name -> url("styles", name)).toList(),
                app.icon().isEmpty() ? "data:," : url("icon", app.icon()),
                client(served));
        for (ViewMethod view : application.views()) {
            String title = view.title().isEmpty() ? app.title() : view.title();
            served.add(Served.shim(view.path(), shim.html(title)));
        }
        assets.all().forEach(served::add);
        return served;
    }

    private String client(List<Served> served) {
        String client = application.app().client();
        if (!client.isEmpty()) {
            return url("client", client);
        }
        Served own = Served.asset(CLIENT, BrowserClient.source().getBytes(StandardCharsets.UTF_8));
        served.add(own);
        return own.url();
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
