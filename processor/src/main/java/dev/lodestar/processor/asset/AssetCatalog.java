package dev.lodestar.processor.asset;

import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Origin;
import dev.lodestar.processor.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The application's files below {@code assets/}, by their names. */
public final class AssetCatalog {
    /** The folder of the resources that holds them. */
    public static final String FOLDER = "assets";

    private final SortedMap<String, Served> byName;

    private AssetCatalog(SortedMap<String, Served> byName) {
        this.byName = byName;
    }

    /** Reads every file, and reports at an origin what is wrong with them. */
    public static AssetCatalog read(Resources resources, Origin origin, Diagnostics diagnostics) {
        SortedMap<String, AssetFile> files = new TreeMap<>();
        paths(resources, origin, diagnostics).forEach((name, path) -> {
            try {
                files.put(name, AssetFile.read(name, path));
            } catch (IOException e) {
                String message = FOLDER + "/" + name + " cannot be read: " + Unreadable.reason(e);
                diagnostics.error(origin, Rule.ASSET_FILE, message);
                files.put(name, AssetFile.unread(name, path)); // references to it are right
            }
        });
        SortedSet<String> names = new TreeSet<>(files.keySet());
        AssetLinks links = new AssetLinks(files, new BrokenLinks(diagnostics, origin, names));
        SortedMap<String, Served> byName = new TreeMap<>();
        files.forEach((name, file) -> byName.put(name, links.served(file)));
        return new AssetCatalog(byName);
    }

    private static SortedMap<String, Path> paths(Resources resources, Origin origin, Diagnostics diagnostics) {
        try {
            return resources.files(FOLDER);
        } catch (IOException e) {
            diagnostics.error(origin, Rule.ASSET_FILE, e.getMessage());
            return new TreeMap<>();
        }
    }

    /** The URL of an asset, or empty if there is no such asset. */
    public Optional<String> url(String name) {
        return Optional.ofNullable(byName.get(name)).map(Served::url);
    }

    /** The names of all assets, in order. */
    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    Iterable<Served> all() {
        return byName.values();
    }
}
