package dev.lodestar.processor.asset;

import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/** Finds assets that would collide with each other or with something else. */
final class Collisions {
    private final Application application;
    private final SortedSet<String> names;
    private final Diagnostics diagnostics;

    Collisions(Application application, SortedSet<String> names, Diagnostics diagnostics) {
        this.application = application;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** Reports all of them. */
    void report() {
        reportNamesThatAreOneElsewhere();
        reportViews();
        reportClient();
    }

    private void reportNamesThatAreOneElsewhere() {
        Map<String, String> folded = new HashMap<>();
        for (String name : names) {
            String first = folded.putIfAbsent(
                    Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), name);
            if (first != null) {
                diagnostics.error(
                        application.app().origin(),
                        Rule.ASSET_COLLISION,
                        "The assets " + first + " and " + name + " differ only in case or in how a letter is encoded."
                                + " On file systems that do not distinguish them they are one file, so the"
                                + " application could not be built there. Rename one.");
            }
        }
    }

    private void reportViews() {
        Map<String, String> taken = new HashMap<>();
        names.forEach(name -> WellKnown.path(name).ifPresent(path -> taken.put(path, name)));
        for (ViewMethod view : application.views()) {
            String name = taken.get(view.path());
            if (name != null) {
                diagnostics.error(
                        view.origin(),
                        Rule.ASSET_COLLISION,
                        "The path " + view.path() + " belongs to the file " + AssetCatalog.FOLDER + "/" + name
                                + ", which browsers and crawlers look for there. Give " + view.method()
                                + " another path, or remove the file.");
            }
        }
    }

    private void reportClient() {
        if (application.app().client().isEmpty() && names.contains(Site.CLIENT)) {
            diagnostics.error(
                    application.app().origin(),
                    Rule.ASSET_COLLISION,
                    "The asset " + Site.CLIENT
                            + " has the name of the client that comes with Lodestar. Rename it or, if it is a client"
                            + " to use instead, write @App(client = \"" + Site.CLIENT + "\").");
        }
    }
}
