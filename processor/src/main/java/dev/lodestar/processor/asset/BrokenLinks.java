package dev.lodestar.processor.asset;

import dev.lodestar.processor.asset.link.Link;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Origin;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.name.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.SortedSet;

/**
 * Reports the links that lead to no file.
 *
 * @param origin where the messages stand
 * @param names the names of all files
 */
record BrokenLinks(Diagnostics diagnostics, Origin origin, SortedSet<String> names) {
    /** Reports a link of a file to what would have a name. */
    void report(AssetFile file, Link link, String name) {
        String where = AssetCatalog.FOLDER + "/" + file.name() + place(file, link) + ": ";
        String what = name.startsWith("../")
                ? "\"" + link.path() + "\" leads out of the folder " + AssetCatalog.FOLDER
                        + ". Only what is in it is served: move the file there."
                : "There is no file " + AssetCatalog.FOLDER + "/" + name + ", which is what \"" + link.path()
                        + "\" means here. Add the file, or correct or remove the reference."
                        + Nearest.suggestion(name, names);
        diagnostics.error(origin, Rule.ASSET_LINK, where + what);
    }

    // The line and column, which nobody has counted so far: most files have no such link.
    private static String place(AssetFile file, Link link) {
        int line = 1;
        int column = 1;
        try (InputStream in = Files.newInputStream(file.path())) {
            for (byte b : in.readNBytes(link.start())) {
                if (b == '\n') {
                    line++;
                    column = 1;
                } else if ((b & 0xC0) != 0x80) { // what continues a character in UTF-8 is none of its own
                    column++;
                }
            }
        } catch (IOException e) {
            return "";
        }
        return ":" + line + ":" + column;
    }
}
