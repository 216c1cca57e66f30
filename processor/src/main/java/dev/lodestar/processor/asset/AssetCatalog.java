package dev.lodestar.processor.asset;

import java.io.IOException;
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

    /** Reads every file. */
    public static AssetCatalog read(Resources resources) throws IOException {
        SortedMap<String, Served> byName = new TreeMap<>();
        for (String name : resources.names(FOLDER)) {
            byName.put(name, Served.asset(name, resources.bytes(FOLDER, name)));
        }
        return new AssetCatalog(byName);
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
