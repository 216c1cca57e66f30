package dev.lodestar.bench.morph;

import com.google.gson.Gson;
import dev.lodestar.assets.BrowserClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Writes a page that measures how fast the client, idiomorph and morphdom make a document look like new markup. */
final class MorphPage {
    private static final String PAGE = """
            <!doctype html><meta charset=utf-8><pre id=result></pre>
            <script>const sources = %s;</script>
            <script>%s%s</script>
            """;

    private MorphPage() {}

    /**
     * Writes the page, and the client beside it, to compare another build with.
     *
     * @param args the file to write, the files of idiomorph and morphdom, and optionally the client of another
     *     build
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("Lodestar", BrowserClient.source());
        if (args.length > 3) {
            sources.put("other build", Files.readString(Path.of(args[3])));
        }
        sources.put("idiomorph", Files.readString(Path.of(args[1])));
        sources.put("morphdom", Files.readString(Path.of(args[2])));
        Files.writeString(Path.of(args[0]).resolveSibling("client.js"), BrowserClient.source());
        String page = PAGE.formatted(new Gson().toJson(sources), resource("pages.js"), resource("run.js"));
        Files.writeString(Path.of(args[0]), page);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(MorphPage.class.getResourceAsStream("/morph/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
