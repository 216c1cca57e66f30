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
 * @param origin where errors are reported
 * @param names the names of all files
 */
record BrokenLinks(Diagnostics diagnostics, Origin origin, SortedSet<String> names) {
    /** Reports a link of a file to a name that does not exist. */
    void report(AssetFile file, Link link, String name) {
        String where = AssetCatalog.FOLDER + "/" + file.name() + place(file, link) + ": ";
        String what = name.startsWith("../")
                ? "\"" + link.path() + "\" points outside the folder " + AssetCatalog.FOLDER
                        + ". Only files in it are served: move the file there."
                : "There is no file " + AssetCatalog.FOLDER + "/" + name + ", to which \"" + link.path()
                        + "\" refers. Add the file, or correct or remove the reference."
                        + Nearest.suggestion(name, names);
        diagnostics.error(origin, Rule.ASSET_LINK, where + what);
    }

    // The line and column, counted only now, since most files have no such link.
    private static String place(AssetFile file, Link link) {
        int line = 1;
        int column = 1;
        try (InputStream in = Files.newInputStream(file.path())) {
            for (byte b : in.readNBytes(link.start())) {
                if (b == '\n') {
                    line++;
                    column = 1;
                } else if ((b & 0xC0) != 0x80) { // not a continuation byte of UTF-8
                    column++;
                }
            }
        } catch (IOException e) {
            return "";
        }
        return ":" + line + ":" + column;
    }
}
