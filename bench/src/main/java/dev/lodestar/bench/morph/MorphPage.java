package dev.lodestar.bench.morph;

import com.google.gson.Gson;
import dev.lodestar.assets.BrowserClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** @param args the file to write, and those of idiomorph and morphdom */
    public static void main(String[] args) throws IOException {
        Map<String, String> sources = Map.of(
                "Lodestar", BrowserClient.source(),
                "idiomorph", Files.readString(Path.of(args[1])),
                "morphdom", Files.readString(Path.of(args[2])));
        String page = PAGE.formatted(new Gson().toJson(sources), resource("pages.js"), resource("run.js"));
        Files.writeString(Path.of(args[0]), page);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(MorphPage.class.getResourceAsStream("/morph/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
