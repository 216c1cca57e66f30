package dev.lodestar.browser.engine;

import dev.lodestar.browser.Chromium;
import dev.lodestar.process.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browsers that people use, by engine. */
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
    /** Firefox, the extended support release. */
    FIREFOX("firefox-esr", FirefoxBrowser.PROGRAM) {
        @Override
        Browser launch(ExtensionContext context) {
            return FirefoxBrowser.launch();
        }
    },
    /** The engine of Safari, in the test browser that comes with WebKitGTK. */
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

    /** The engine that {@code -Dbrowser} names; Chromium by default. */
    public static Engine chosen() {
        return named(System.getProperty(PROPERTY, CHROMIUM.toString()));
    }

    /** The engine with this name, in lower case. */
    public static Engine named(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown browser \"" + name + "\". -D" + PROPERTY
                        + " takes one of " + Arrays.toString(values())));
    }

    /** Starts the browser. */
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

    /** Its name as in {@code -Dbrowser}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
