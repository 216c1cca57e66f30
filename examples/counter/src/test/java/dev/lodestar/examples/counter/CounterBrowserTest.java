package dev.lodestar.examples.counter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.lodestar.Config;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Screen;
import dev.lodestar.browser.Window;
import dev.lodestar.process.ServerProcess;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InBrowser
class CounterBrowserTest {
    private static Locator count(Window window) {
        return window.page().locator("output");
    }

    // A click that loses its answer when the server is killed is sent again, to the next process: so wait for the
    // answer.
    private static void click(Window window, String button) {
        window.page()
                .waitForResponse(
                        response -> response.url().contains("/a/"),
                        () -> window.page()
                                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                                .click());
    }

    @Test
    void twoWindowsCountTogether(Window one, Window other) {
        try (Server server = Main.start(Config.defaults().withPort(0))) {
            one.page().navigate(server.uri().toString());
            other.page().navigate(server.uri().toString());
            assertThat(count(one)).hasText("0");
            assertThat(count(other)).hasText("0");

            click(one, "One more");
            assertThat(count(one)).hasText("1");
            assertThat(count(other)).hasText("1");

            click(other, "One less");
            click(other, "One less");
            assertThat(count(one)).hasText("-1");
            assertThat(count(other)).hasText("-1");
        }
    }

    @Test
    void everyClickOfAFastFingerCounts(Window one, Window other) {
        try (Server server = Main.start(Config.defaults().withPort(0))) {
            one.page().navigate(server.uri().toString());
            other.page().navigate(server.uri().toString());
            assertThat(count(one)).hasText("0");

            one.page()
                    .evaluate(
                            "() => { for (let i = 0; i < 50; i++) document.querySelector('button:last-child').click() }");

            assertThat(count(one)).hasText("50");
            assertThat(count(other)).hasText("50");
        }
    }

    @Test
    void showsHowManyAreWatching(Window one, Window other) {
        try (Server server = Main.start(Config.defaults().withPort(0))) {
            Locator watching = one.page().getByText("watching");
            one.page().navigate(server.uri().toString());
            assertThat(watching).hasText("1 watching");

            other.page().navigate(server.uri().toString());
            assertThat(watching).hasText("2 watching");

            other.page().navigate("about:blank");
            assertThat(watching).hasText("1 watching");
        }
    }

    @Test
    void bothWindowsRecoverFromAKilledServer(Window one, Window other) throws IOException {
        try (ServerProcess first = ServerProcess.serve(Main.class, Map.of())) {
            one.page().navigate(first.uri().toString());
            other.page().navigate(first.uri().toString());
            assertThat(count(other)).hasText("0");
            click(one, "One more");
            assertThat(count(other)).hasText("1");

            first.kill();
            try (ServerProcess second = first.serveAgain()) {
                // A new process counts from 0; the pages show that without being reloaded.
                assertThat(count(one)).hasText("0", patiently());
                assertThat(count(other)).hasText("0", patiently());
                click(other, "One more");
                assertThat(count(one)).hasText("1");
                assertThat(count(other)).hasText("1");

                second.terminate();
                second.exitStatus(10);
                try (ServerProcess third = second.serveAgain()) {
                    assertThat(count(one)).hasText("0", patiently());
                    assertThat(count(other)).hasText("0", patiently());
                    third.kill();
                }
            }
        }
    }

    private static HasTextOptions patiently() {
        return new HasTextOptions().setTimeout(20_000);
    }

    @ParameterizedTest
    @EnumSource
    void fitsTheScreen(Screen screen, Window window) {
        try (Server server = Main.start(Config.defaults().withPort(0))) {
            screen.show(window.page());
            window.page().navigate(server.uri().toString());
            assertThat(count(window)).isVisible();

            assertTrue(window.fits());
        }
    }
}
