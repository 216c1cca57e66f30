package dev.lodestar.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The browser client: one ES module, joined from those in {@code client/}. */
public final class BrowserClient {
    private static final String MODULES = "/META-INF/lodestar/client/";

    /** Properties of the client's own objects only: no object of the browser or of an application has them. */
    private static final Set<String> OWN_PROPERTIES =
            Set.of(("anchors answer args attempt attend backOff become build changed cleanups clearTo derive dispose"
                            + " doomed element evt guards hasTemplates hold inside interval isEffect isNext lastId"
                            + " live make mark markup mods mustHide pair plain plugin precious prefix readers refresh"
                            + " resize returns reuse run same sameKind shape skipUseless sources surplus tied tries"
                            + " twins used")
                    .split(" "));

    private BrowserClient() {}

    /**
     * The source of the module: the same characters at every call, minified.
     *
     * @throws IllegalStateException if the modules cannot be joined; the message says why
     */
    public static String source() {
        return ShortModule.of(new ModuleJoin(BrowserClient::read, Map.of()).from("main.js"), OWN_PROPERTIES);
    }

    /**
     * The source of a client that evaluates nothing: it exports {@code start}, which takes the functions of all
     * expressions by their keys.
     *
     * @throws IllegalStateException if the modules cannot be joined; the message says why
     */
    public static String compiledSource() {
        Map<String, String> standIns = Map.of("language/expressions.js", "language/compiled.js");
        String joined = new ModuleJoin(BrowserClient::read, standIns).from("compiled.js");
        return ShortModule.of(joined + "export { start };\n", OWN_PROPERTIES);
    }

    /**
     * The source of the module that either client imports from {@code /assets/handover.js} when its page is reloaded or
     * becomes one of another build.
     *
     * @throws IllegalStateException if the modules cannot be joined; the message says why
     */
    public static String handoverSource() {
        String joined = new ModuleJoin(BrowserClient::read, Map.of()).from("handover/handover.js");
        return ShortModule.of(joined + "export { renew, resume };\n");
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
