package dev.lodestar.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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
        return ShortModule.of(joined());
    }

    /** The modules, one after the other, as they were written. */
    static String joined() {
        return new ModuleJoin(BrowserClient::read).from("main.js");
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
