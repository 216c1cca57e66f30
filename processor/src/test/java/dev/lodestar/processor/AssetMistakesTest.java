package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mistakes in assets, which are reported on the application if no element names them. */
class AssetMistakesTest extends Mistakes {
    private static void assertErrors(Sources sources, String... texts) {
        String mark = sources.mark() + ": ";
        assertEquals(Stream.of(texts).map(mark::concat).toList(), sources.errors());
    }

    private Sources app() {
        return sources().type("Shop", "/*here*/@App class Shop {}");
    }

    @Test
    void reportsReferencesToMissingFiles() {
        assertErrors(
                app().asset("css/app.css", "/* ä */ a {}\nä { b: url(../img/logo.pgn); c: url(../../up.png) }")
                        .asset("img/logo.png", "")
                        .asset("main.js", "import './mian.js'; //# sourceMappingURL=x"),
                "[asset-link] assets/css/app.css:2:12: There is no file assets/img/logo.pgn, to which"
                        + " \"../img/logo.pgn\" refers. Add the file, or correct or remove the reference. Did you"
                        + " mean img/logo.png?",
                "[asset-link] assets/css/app.css:2:37: \"../../up.png\" points outside the folder assets. Only files"
                        + " in it are served: move the file there.",
                "[asset-link] assets/main.js:1:9: There is no file assets/mian.js, to which \"./mian.js\" refers. Add"
                        + " the file, or correct or remove the reference. Did you mean main.js?");
    }

    @Test
    void reportsNamesThatDifferOnlyInCase() {
        assertErrors(
                app().asset("img/Logo.png", "").asset("img/logo.png", ""),
                "[asset-collision] The assets img/Logo.png and img/logo.png differ only in case or in how a letter is"
                        + " encoded. On file systems that do not distinguish them they are one file, so the"
                        + " application could not be built there. Rename one.");
    }

    @Test
    void reportsViewAtTheWellKnownPathOfAFile() {
        assertErrors(
                sources()
                        .asset("robots.txt", "")
                        .type(
                                "Shop",
                                "@App class Shop { @View(/*here*/\"/robots.txt\") Html a() { return Html.EMPTY; } }"),
                "[asset-collision] The path /robots.txt belongs to the file assets/robots.txt, which browsers and"
                        + " crawlers look for there. Give Shop.a() another path, or remove the file.");
    }

    @Test
    void reportsFileNamedLikeTheClient() {
        assertErrors(
                app().asset("lodestar.js", ""),
                "[asset-collision] The asset lodestar.js has the name of the client that comes with Lodestar. Rename"
                        + " it or, if it is a client to use instead, write @App(client = \"lodestar.js\").");
    }

    @Test
    void reportsBrokenSymbolicLinks() throws IOException {
        Path assets = Files.createDirectories(resources.resolve("assets"));
        Path link = Files.createSymbolicLink(assets.resolve("logo.png"), resources.resolve("gone.png"));
        assertErrors(
                app(),
                "[asset-file] " + link + " is a symbolic link to a file that does not exist. Correct or remove it.");
        Files.delete(link);
        Files.createSymbolicLink(assets.resolve("self"), assets);
        assertErrors(
                app(),
                "[asset-file] " + assets.resolve("self")
                        + " is a symbolic link to a folder that contains it. Remove it.");
    }
}
