package dev.lodestar.browser.engine;

import dev.lodestar.browser.Chromium;
import dev.lodestar.process.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browsers that people come with, by what is inside. */
public enum Engine {
    /** Chrome, Edge, and many more. */
    CHROMIUM("chromium") {
        @Override
        boolean isInstalled() {
            return Chromium.isInstalled();
        }

        @Override
        Browser launch(ExtensionContext context) {
            return ChromiumBrowser.of(context);
        }
    },
    /** Firefox, from its extended support releases. */
    FIREFOX("firefox-esr", FirefoxBrowser.PROGRAM) {
        @Override
        Browser launch(ExtensionContext context) {
            return FirefoxBrowser.launch();
        }
    },
    /** What Safari has inside, in the browser that WebKit's port for GTK brings along to be tested with. */
    WEBKIT("webkit2gtk-driver xvfb", WebKitDisplay.SCREEN, WebKitDisplay.DRIVER) {
        @Override
        Browser launch(ExtensionContext context) {
            return new WebKitBrowser();
        }
    };

    private static final String PROPERTY = "browser";

    private final String packages;
    private final List<String> programs;

    Engine(String packages, String... programs) {
        this.packages = packages;
        this.programs = List.of(programs);
    }

    /** The one that {@code -Dbrowser} names, or Chromium. */
    public static Engine chosen() {
        return named(System.getProperty(PROPERTY, CHROMIUM.toString()));
    }

    /** The one of this name, in lower case. */
    public static Engine named(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no browser \"" + name + "\" to test with. -D"
                        + PROPERTY + " takes one of " + Arrays.toString(values())));
    }

    /** Starts it. */
    Browser start(ExtensionContext context) {
        if (!isInstalled()) {
            throw new IllegalStateException(missing());
        }
        return launch(context);
    }

    abstract Browser launch(ExtensionContext context);

    boolean isInstalled() {
        return programs.stream().allMatch(each -> Executable.find(List.of(each)).isPresent());
    }

    /** What to do if it is not installed. */
    String missing() {
        return "These tests drive " + this
                + ", which is not on the PATH. Install it, for example with: apt-get install " + packages;
    }

    /** Its name as {@code -Dbrowser} takes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
