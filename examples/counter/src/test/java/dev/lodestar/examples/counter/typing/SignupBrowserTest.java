package dev.lodestar.examples.counter.typing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.lodestar.Config;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import org.junit.jupiter.api.Test;

/** How a page shows bad input. */
@InBrowser
class SignupBrowserTest {
    @Test
    void showsEachErrorBesideItsFieldUntilItIsFixed(Window window) {
        try (Server server = Main.start(Config.defaults().withPort(0))) {
            Page page = window.page();
            page.navigate(server.uri().resolve("/signup").toString());
            Locator name = page.locator("#name");
            Locator nameError = page.locator("#name-error");
            Locator ageError = page.locator("#age-error");
            assertThat(name).isVisible();
            assertThat(nameError).isHidden();

            name.fill("x".repeat(21));
            page.locator("#age").fill("17");
            name.press("Enter");
            assertThat(nameError).hasText("<b id=\"run\">A name</b> has at most 20 characters.");
            assertThat(page.locator("#run")).hasCount(0);
            assertThat(ageError).hasText("The field 'age' must be at least 18.");

            name.fill("  ");
            page.locator("#age").fill("18");
            name.press("Enter");
            assertThat(nameError).hasText("The field 'name' must not be blank.");
            assertThat(ageError).isHidden();
            assertThat(page.locator("li")).hasCount(0);

            name.fill("Ada");
            page.locator("#age").fill("");
            page.locator("#day").fill("2026-01-31");
            page.locator("#news").check();
            name.press("Enter");
            assertThat(page.locator("li")).hasText("Ada Optional.empty Optional[2026-01-31] true");
            assertThat(nameError).isHidden();
            assertThat(name).hasValue("");
        }
    }
}
