package dev.lodestar.browser.engine;

/** The mouse of a tab. */
public final class Mouse {
    private final Driver driver;

    Mouse(Driver driver) {
        this.driver = driver;
    }

    /** Moves it in one step, in CSS pixels from the upper left corner of the viewport. */
    public Mouse move(double x, double y) {
        driver.moveMouse(x, y);
        return this;
    }

    /** Presses the main button. */
    public Mouse down() {
        driver.pressMouse();
        return this;
    }

    /** Releases the main button. */
    public Mouse up() {
        driver.releaseMouse();
        return this;
    }
}
