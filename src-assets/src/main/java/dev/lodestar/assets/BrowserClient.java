package dev.lodestar.assets;

/** The browser client: one ES module, joined from those in {@code client/}. */
public final class BrowserClient {
    private BrowserClient() {}

    /** The source of the module. */
    public static String source() {
        return "";
    }
}
