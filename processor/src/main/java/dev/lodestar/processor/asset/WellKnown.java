package dev.lodestar.processor.asset;

import java.util.Optional;
import java.util.Set;

/** The files that browsers, crawlers and others request at fixed paths. */
final class WellKnown {
    private static final Set<String> AT_THE_ROOT = Set.of(
            "ads.txt",
            "app-ads.txt",
            "apple-touch-icon-precomposed.png",
            "apple-touch-icon.png",
            "browserconfig.xml",
            "favicon.ico",
            "humans.txt",
            "robots.txt",
            "security.txt",
            "sitemap.xml");

    private WellKnown() {}

    /** The fixed path of a file with this name, or empty if it has none. */
    static Optional<String> path(String name) {
        return AT_THE_ROOT.contains(name) || name.startsWith(".well-known/")
                ? Optional.of("/" + name)
                : Optional.empty();
    }
}
