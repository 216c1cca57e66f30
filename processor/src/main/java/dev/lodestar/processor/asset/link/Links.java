package dev.lodestar.processor.asset.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Finds the links of files. */
public final class Links {
    private Links() {}

    /** Whether files with this extension can have links. */
    public static boolean possibleIn(String ending) {
        return switch (ending.toLowerCase(Locale.ROOT)) {
            case "css", "js", "mjs", "svg", "webmanifest" -> true;
            default -> false;
        };
    }

    /**
     * Finds the links of a file.
     *
     * @param ending its extension, which tells its language
     * @param content its bytes, in UTF-8 if it has links
     * @return the links, in order; empty if the language is unknown
     */
    public static List<Link> in(String ending, byte[] content) {
        // One character for each byte, so that offsets count bytes; all syntax is ASCII.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return switch (ending.toLowerCase(Locale.ROOT)) {
            case "css" -> new CssLinks(text).find();
            case "js", "mjs" -> new ModuleLinks(text).find();
            case "svg" -> new SvgLinks(text).find();
            case "webmanifest" -> new ManifestLinks(text).find();
            default -> List.of();
        };
    }
}
