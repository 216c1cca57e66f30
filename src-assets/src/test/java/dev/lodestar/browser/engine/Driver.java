package dev.lodestar.browser.engine;

import java.util.List;

/** What every engine can do with one tab. {@link Tab} turns it into what tests say. Not for several threads at once. */
interface Driver extends AutoCloseable {
    /** Opens an address and waits until its page has loaded. */
    void open(String url);

    /** Loads the page anew and waits until it has loaded. */
    void reload();

    /** Moves by a number of entries through the history, forward if positive, without waiting for the page. */
    void traverse(int entries);

    /**
     * Runs an expression that gives the promise of a string in the page, and waits for it.
     *
     * @throws ScriptException if it cannot run, for example because the page goes while it runs
     */
    String evaluate(String expression);

    /** Types each character of a text, which has no control characters. */
    void type(String text);

    /** Presses keys in this order and releases them in the opposite one; each a {@code KeyboardEvent.key}. */
    void press(List<String> keys);

    /** Moves the mouse, in CSS pixels from the upper left corner of the viewport. */
    void moveMouse(double x, double y);

    /** Presses the mouse's main button. */
    void pressMouse();

    /** Releases it. */
    void releaseMouse();

    /** Clicks once, or several times in quick succession. */
    void click(int times);

    /** Sets the size of the viewport, in CSS pixels. */
    void resize(int width, int height);

    /** A picture of the viewport, as a PNG. */
    byte[] screenshot();

    /** All that was written to the console so far, as {@code type: text}. */
    List<String> console();

    /** The uncaught errors and errors on the console since the last call. */
    List<String> takeErrors();

    @Override
    void close();
}
