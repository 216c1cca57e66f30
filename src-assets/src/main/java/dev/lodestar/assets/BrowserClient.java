package dev.lodestar.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The browser client: one ES module, joined from those in {@code client/}. */
public final class BrowserClient {
    private static final String MODULES = "/META-INF/lodestar/client/";

    private BrowserClient() {}

    /**
     * The source of the module: the same characters at every call, as short as it goes.
     *
     * @throws IllegalStateException if the modules cannot be joined, which says why
     */
    public static String source() {
        return ShortModule.of(new ModuleJoin(BrowserClient::read, Map.of()).from("main.js"));
    }

    /**
     * The source of a client that evaluates nothing: it exports {@code start}, which takes the functions of all
     * expressions by their keys.
     *
     * @throws IllegalStateException if the modules cannot be joined, which says why
     */
    public static String compiledSource() {
        Map<String, String> standIns = Map.of("language/expressions.js", "language/compiled.js");
        String joined = new ModuleJoin(BrowserClient::read, standIns).from("compiled.js");
        return ShortModule.of(joined + "export { start };\n");
    }

    private static String read(String path) {
        try (InputStream in = BrowserClient.class.getResourceAsStream(MODULES + path)) {
            if (in == null) {
                throw new IllegalStateException("The browser client has no module " + path
                        + ". Correct the import, or build lodestar-assets again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The browser client's module " + path + " cannot be read", e);
        }
    }
}
