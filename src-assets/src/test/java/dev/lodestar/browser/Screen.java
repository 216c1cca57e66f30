package dev.lodestar.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** The screens that a page must fit. */
public enum Screen {
    /** A phone by day. */
    PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
    /** A phone by night. */
    PHONE_DARK(390, 844, ColorScheme.DARK),
    /** A laptop by day. */
    LAPTOP_LIGHT(1280, 800, ColorScheme.LIGHT),
    /** A laptop by night. */
    LAPTOP_DARK(1280, 800, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Screen(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    /** Shows a page on this screen. */
    public void show(Page page) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }
}
