package dev.lodestar.browser.engine;

import java.util.List;

/** What every engine can do with a tab. {@link Tab} translates it into the terms of tests. Not thread-safe. */
interface Driver extends AutoCloseable {
    /** Opens a URL and waits until the page has loaded. */
    void open(String url);

    /** Reloads the page and waits until it has loaded. */
    void reload();

    /** Moves through the history by a number of entries, forward if positive, without waiting for the page. */
    void traverse(int entries);

    /**
     * Evaluates an expression for a promise of a string in the page, and waits for the string.
     *
     * @throws ScriptException if that fails, for example because the page is left meanwhile
     */
    String evaluate(String expression);

    /** Types each character of a text without control characters. */
    void type(String text);

    /** Presses keys in this order and releases them in reverse order; each is a {@code KeyboardEvent.key}. */
    void press(List<String> keys);

    /** Moves the mouse to a place, in CSS pixels from the upper left corner of the viewport. */
    void moveMouse(double x, double y);

    /** Presses the main mouse button. */
    void pressMouse();

    /** Releases the main mouse button. */
    void releaseMouse();

    /** Clicks once, or several times in quick succession. */
    void click(int times);

    /** Sets the size of the viewport, in CSS pixels. */
    void resize(int width, int height);

    /** A PNG picture of the viewport. */
    byte[] screenshot();

    /** Everything written to the console so far, as {@code type: text}. */
    List<String> console();

    /** The uncaught errors and console errors since the last call. */
    List<String> takeErrors();

    @Override
    void close();
}
