/**
 * Tests in a real browser: {@link dev.lodestar.browser.InBrowser} starts one for a test class and hands out new
 * windows, each a {@link dev.lodestar.browser.Window} that records what went wrong in it.
 */
@NullMarked
package dev.lodestar.browser;

import org.jspecify.annotations.NullMarked;
