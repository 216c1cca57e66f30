/**
 * Tests in a real browser: {@link dev.lodestar.browser.InBrowser} starts one for a test class and hands out fresh windows,
 * each a {@link dev.lodestar.browser.Window} that remembers what went wrong in it.
 */
@NullMarked
package dev.lodestar.browser;

import org.jspecify.annotations.NullMarked;
