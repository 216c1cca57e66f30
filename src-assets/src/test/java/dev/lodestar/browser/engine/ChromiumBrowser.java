package dev.lodestar.browser.engine;

import dev.lodestar.browser.Chromium;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The same Chromium that the tests with Playwright use. */
record ChromiumBrowser(Chromium chromium) implements Browser {
    static ChromiumBrowser of(ExtensionContext context) {
        return new ChromiumBrowser(Chromium.of(context));
    }

    @Override
    public Driver open() {
        return new ChromiumDriver(chromium.open());
    }

    @Override
    public void close() {
        // The tests' context closes Chromium.
    }
}
