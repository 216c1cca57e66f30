package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import dev.lodestar.runtime.asset.Asset;
import dev.lodestar.runtime.asset.AssetTable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles assets and reads the table as the runtime does. */
class AssetsTest {
    private static final Pattern URL = Pattern.compile("/assets/[0-9a-f]{16}/[A-Za-z0-9/._~%-]+");

    @TempDir
    Path resources;

    private AssetTable compile() throws IOException {
        return table(Sources.in(resources)
                .type("Shop", "@App class Shop { @View(\"/\") Html a() { return Html.EMPTY; } }")
                .compile());
    }

    private static AssetTable table(Compilation compilation) throws IOException {
        assertEquals(List.of(), compilation.errors());
        assertEquals(List.of(), compilation.warnings());
        try (InputStream table = compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, "app", "lodestar.table")
                .orElseThrow()
                .openInputStream()) {
            return AssetTable.read(table);
        }
    }

    private AssetsTest asset(String name, String text) {
        Sources.in(resources).asset(name, text);
        return this;
    }

    private static String text(AssetTable table, String path) {
        Asset asset = Objects.requireNonNull(table.find(path), path);
        return StandardCharsets.UTF_8
                .decode(Objects.requireNonNull(asset.variantFor(null)).bytes().duplicate())
                .toString();
    }

    private static String path(AssetTable table, String name) {
        return table.all().stream()
                .map(Asset::path)
                .filter(path -> path.matches("/assets/[0-9a-f]{16}/" + Pattern.quote(name)))
                .collect(Collectors.joining(" and "));
    }

    private static String content(AssetTable table, String name) {
        return text(table, path(table, name));
    }

    /** The paths of all URLs in a file, each of which is served. */
    private static Set<String> urls(AssetTable table, String name) {
        Matcher urls = URL.matcher(content(table, name));
        Set<String> paths = new TreeSet<>();
        while (urls.find()) {
            String path = URI.create(urls.group()).getPath();
            assertTrue(table.find(path) != null, path);
            paths.add(path.substring(path.indexOf('/', "/assets/".length()) + 1));
        }
        return paths;
    }

    @Test
    void replacesReferencesInFilesByHashedUrls() throws Exception {
        asset(
                "css/app.css",
                "@import 'base.css'; a { b: url(../img/a%20b.svg#x) url(http://h/c.png) }/*# sourceMappingURL=app.css.map*/");
        asset("css/base.css", "@font-face { src: url('../f.woff2?v=2') }").asset("css/app.css.map", "{}");
        asset("f.woff2", "font")
                .asset("img/a b.svg", "<svg><image href='dot.png'/></svg>")
                .asset("img/dot.png", "dot");
        asset(
                "js/main.js",
                "import './part.js';\nimport 'bare';\nimport(`../lazy.mjs`);\n//# sourceMappingURL=main.js.map");
        asset("js/part.js", "export const a = 1;\n//# sourceMappingURL=part.js.map")
                .asset("lazy.mjs", "")
                .asset("js/main.js.map", "{}");
        asset("site.webmanifest", "{\"icons\": [{\"src\": \"img/dot.png\"}]}");
        AssetTable table = compile();

        assertEquals(Set.of("css/base.css", "img/a b.svg", "css/app.css.map"), urls(table, "css/app.css"));
        assertTrue(content(table, "css/app.css").contains("/img/a%20b.svg#x) url(http://h/c.png)"));
        assertEquals(Set.of("f.woff2"), urls(table, "css/base.css"));
        assertTrue(content(table, "css/base.css").endsWith("/f.woff2?v=2') }"));
        assertEquals(Set.of("img/dot.png"), urls(table, "img/a b.svg"));
        assertEquals(Set.of("js/part.js", "lazy.mjs", "js/main.js.map"), urls(table, "js/main.js"));
        assertTrue(content(table, "js/main.js").contains("\nimport 'bare';\n"));
        assertTrue(content(table, "js/part.js").endsWith("=part.js.map"), "a source map may be missing");
        assertEquals(Set.of("img/dot.png"), urls(table, "site.webmanifest"));
    }

    @Test
    void urlsChangeWithWhatTheirFilesReferToEvenInCycles() throws Exception {
        asset("a.js", "import './b.js'").asset("b.js", "import './c.js'").asset("c.js", "import './b.js'; 1");
        asset("d.js", "import './e.js'").asset("e.js", "").asset("self.js", "import './self.js'");
        AssetTable before = compile();
        asset("c.js", "import './b.js'; 2");
        AssetTable after = compile();

        assertEquals(Set.of("c.js"), urls(after, "b.js"));
        assertEquals(Set.of("b.js"), urls(after, "c.js"));
        assertEquals(Set.of("self.js"), urls(after, "self.js"));
        for (String changed : List.of("a.js", "b.js", "c.js")) {
            assertNotEquals(path(before, changed), path(after, changed));
        }
        for (String same : List.of("d.js", "e.js", "self.js")) {
            assertEquals(path(before, same), path(after, same));
        }
    }

    @Test
    void servesWellKnownFilesAtTheirFixedPaths() throws Exception {
        asset("favicon.ico", "icon").asset("robots.txt", "robots").asset(".well-known/security.txt", "security");
        asset("sub/robots.txt", "no")
                .asset(".hidden", "no")
                .asset(".git/config", "no")
                .asset("sub/.well-known/x", "no");
        AssetTable table = compile();

        assertEquals("icon", text(table, "/favicon.ico"));
        assertEquals("security", text(table, "/.well-known/security.txt"));
        Asset robots = Objects.requireNonNull(table.find("/robots.txt"));
        assertEquals("no-cache", robots.cacheControl());
        assertEquals("text/plain; charset=utf-8", robots.contentType());
        assertTrue(path(table, "robots.txt").startsWith("/assets/"));
        assertNull(table.find("/sub/robots.txt"));
        assertEquals("", path(table, ".hidden") + path(table, ".git/config") + path(table, "sub/.well-known/x"));
        assertTrue(text(table, "/").contains("<link rel=\"icon\" href=\"" + path(table, "favicon.ico") + "\">"));
    }

    @Test
    void servesFilesOfAnyNameAndFollowsSymbolicLinks() throws Exception {
        String decomposed = Normalizer.normalize("ä.txt", Normalizer.Form.NFD);
        asset("empty.css", "")
                .asset("100% & more;'(1).txt", "odd")
                .asset(decomposed, "nfd")
                .asset("日本/✓.txt", "far");
        Path elsewhere = Files.createDirectories(resources.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("linked.txt"), "linked");
        Files.createSymbolicLink(resources.resolve("assets/folder"), elsewhere);
        Files.createSymbolicLink(resources.resolve("assets/file.txt"), elsewhere.resolve("linked.txt"));
        AssetTable table = compile();

        assertEquals("", content(table, "empty.css"));
        assertEquals("odd", content(table, "100% & more;'(1).txt"));
        assertEquals("nfd", content(table, decomposed));
        assertEquals("far", content(table, "日本/✓.txt"));
        assertEquals("linked", content(table, "folder/linked.txt"));
        assertEquals("linked", content(table, "file.txt"));
    }

    @Test
    void skipsBrotliWithAMessageWhereItHasNoLibrary() throws Exception {
        asset("app.css", "a { color: green }".repeat(100));
        Path source = Files.writeString(resources.resolve("Shop.java"), "package app; @dev.lodestar.App class Shop {}");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-J-Dos.name=Elsewhere",
                        "-J-Dos.arch=none",
                        "-cp",
                        path,
                        "-processor",
                        LodestarProcessor.class.getName(),
                        "-d",
                        resources.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, javac.waitFor(), output);
        assertTrue(
                output.contains("Lodestar compressed the assets with gzip only: there is no Brotli library for"
                        + " Elsewhere none."),
                output);
        try (InputStream in = Files.newInputStream(resources.resolve("app/lodestar.table"))) {
            AssetTable table = AssetTable.read(in);
            assertEquals("identity, gzip", table.find(path(table, "app.css")).codings());
        }
    }
}
