package dev.lodestar.browser.engine;

import com.google.gson.JsonObject;
import dev.lodestar.browser.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Firefox without a window, through WebDriver BiDi, which it supports itself. */
final class FirefoxBrowser implements Browser {
    static final String PROGRAM = "firefox-esr";

    /**
     * No background requests; every window believes it has the focus; and no automatic repetition of failed requests,
     * which Firefox otherwise does up to ten times: the tests are about when the client does.
     */
    private static final String PREFERENCES = """
            user_pref("app.normandy.enabled", false);
            user_pref("app.update.enabled", false);
            user_pref("browser.safebrowsing.malware.enabled", false);
            user_pref("browser.safebrowsing.phishing.enabled", false);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("browser.startup.homepage", "about:blank");
            user_pref("browser.startup.page", 0);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("dom.ipc.processPrelaunch.enabled", false);
            user_pref("extensions.getAddons.cache.enabled", false);
            user_pref("extensions.update.enabled", false);
            user_pref("focusmanager.testmode", true);
            user_pref("network.captive-portal-service.enabled", false);
            user_pref("network.connectivity-service.enabled", false);
            user_pref("network.http.request.max-attempts", 1);
            user_pref("network.proxy.type", 0);
            user_pref("services.settings.server", "data:,");
            user_pref("toolkit.telemetry.enabled", false);
            """;

    private final Program program;
    private final Bidi bidi;
    /** The profile of each page and iframe. */
    private final Map<String, String> profiles = new ConcurrentHashMap<>();

    private final Map<String, FirefoxDriver> tabs = new ConcurrentHashMap<>();

    private FirefoxBrowser(Program program) {
        this.program = program;
        this.bidi = new Bidi(URI.create(program.awaitLine("WebDriver BiDi listening on ") + "/session"), this::receive);
        // No browser trusts a certificate made by a test.
        bidi.send("session.new", "capabilities", Map.of("alwaysMatch", Map.of("acceptInsecureCerts", true)));
        bidi.send("session.subscribe", "events", List.of("browsingContext.contextCreated", "log.entryAdded"));
    }

    static FirefoxBrowser launch() {
        Path home = Program.newHome();
        try {
            Files.writeString(home.resolve("user.js"), PREFERENCES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FirefoxBrowser(Program.start(
                home,
                Map.of(),
                List.of(
                        PROGRAM,
                        "--headless",
                        "--no-remote",
                        "--profile",
                        home.toString(),
                        "--remote-debugging-port=0")));
    }

    private void receive(String method, JsonObject event) {
        if (method.equals("browsingContext.contextCreated")) {
            profiles.put(Json.string(event, "context"), Json.string(event, "userContext"));
        } else if (event.getAsJsonObject("source").has("context")) {
            FirefoxDriver tab = tabs.get(profiles.getOrDefault(Json.string(event, "source", "context"), ""));
            if (tab != null) {
                tab.log(event);
            }
        }
    }

    @Override
    public Driver open() {
        String profile = Json.string(bidi.send("browser.createUserContext"), "userContext");
        bidi.send(
                "script.addPreloadScript",
                "functionDeclaration",
                "() => { " + Window.WATCH_POLICY + " }",
                "userContexts",
                List.of(profile));
        // In a separate window, it is never hidden behind another tab.
        String context =
                Json.string(bidi.send("browsingContext.create", "type", "window", "userContext", profile), "context");
        FirefoxDriver tab = new FirefoxDriver(bidi, context, () -> close(profile));
        tabs.put(profile, tab);
        return tab;
    }

    private void close(String profile) {
        tabs.remove(profile);
        bidi.send("browser.removeUserContext", "userContext", profile);
    }

    @Override
    public void close() {
        program.close();
    }
}
