/**
 * Tests of what a person sees, in Chromium, Firefox and WebKit. {@link dev.lodestar.browser.engine.InEveryEngine} gives
 * a test class new {@link dev.lodestar.browser.engine.Tab tabs} of the engine that {@code -Dbrowser} names, Chromium by
 * default:
 *
 * <pre>{@code
 * @InEveryEngine
 * class CounterTest {
 *     @Test
 *     void twoPeopleCountTogether(Tab one, Tab other) {
 *         one.open(url);
 *         other.open(url);
 *         one.click("button >> One more");
 *         other.awaitText("output", "1");
 *     }
 * }
 * }</pre>
 *
 * <ul>
 * <li>Clicks, keys and drags are real input, which the browser turns into events.
 * <li>Everything is read with JavaScript: {@code tab.evaluate("document.title")}. Tests do not sleep: {@code await...}
 * asks until the answer is as expected, or {@link dev.lodestar.browser.engine.Tab#patient patience} runs out.
 * <li>Each tab has a separate profile and accepts any certificate, so tests can serve HTTP/2 over TLS.
 * <li>A test fails if one of its tabs had an error that the test did not take with {@code takeErrors()}.
 * <li>Without the browser a test is skipped, but it fails if the environment variable {@code CI} is set.
 * </ul>
 *
 * Each engine is a {@link dev.lodestar.browser.engine.Driver}: Chromium through Playwright, Firefox through WebDriver
 * BiDi, WebKit through WebDriver. Tests that need more of Playwright run in Chromium only, see
 * {@link dev.lodestar.browser.InBrowser}.
 */
@NullMarked
package dev.lodestar.browser.engine;

import org.jspecify.annotations.NullMarked;
