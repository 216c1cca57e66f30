package dev.lodestar.processor.asset.link;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the icons and screenshots in a web application's manifest: the members {@code src}. All other URLs are those of
 * pages.
 */
final class ManifestLinks {
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"");

    private final String text;

    ManifestLinks(String text) {
        this.text = text;
    }

    List<Link> find() {
        FoundLinks links = new FoundLinks(text, escaped -> escaped.replace("\\/", "/"));
        Matcher string = STRING.matcher(text);
        boolean source = false;
        int end = 0;
        while (string.find()) {
            if (source && text.substring(end, string.start()).strip().equals(":")) {
                links.addUrl(string.start(1), string.end(1));
            }
            source = string.group(1).equals("src");
            end = string.end();
        }
        return links.all();
    }
}
