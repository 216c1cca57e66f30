package dev.lodestar.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides the tests of a class with a headless Chromium from the {@code PATH}.
 *
 * <pre>{@code
 * @InBrowser
 * class CounterTest {
 *     @Test
 *     void countsTogether(Window one, Window other) {
 *         one.page().navigate(url);
 *         ...
 *     }
 * }
 * }</pre>
 *
 * Each parameter of type {@link Window} is a separate window with its own cookies, closed after the test. The browser
 * is started when first needed and shared by all test classes, which therefore run one after the other. A test fails if
 * one of its windows had an error that the test did not take with {@link Window#takeErrors()}. The tests have the tag
 * {@code browser}; {@code -DexcludedGroups=browser} skips them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(BrowserExtension.class)
public @interface InBrowser {}
