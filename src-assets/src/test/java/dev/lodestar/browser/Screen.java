package dev.lodestar.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** The screens that a page must fit on. */
public enum Screen {
    /** A phone in light mode. */
    PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
    /** A phone in dark mode. */
    PHONE_DARK(390, 844, ColorScheme.DARK),
    /** A laptop in light mode. */
    LAPTOP_LIGHT(1280, 800, ColorScheme.LIGHT),
    /** A laptop in dark mode. */
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
