package dev.lodestar.browser.engine;

import com.google.gson.JsonArray;
import java.util.List;

/** A driver that takes input in the form of WebDriver and WebDriver BiDi. */
interface ActionsDriver extends Driver {
    /** Performs {@link Actions} and waits until they are done. */
    void perform(JsonArray actions);

    @Override
    default void type(String text) {
        perform(Actions.type(text));
    }

    @Override
    default void press(List<String> keys) {
        perform(Actions.press(keys));
    }

    @Override
    default void moveMouse(double x, double y) {
        perform(Actions.moveMouse(x, y));
    }

    @Override
    default void pressMouse() {
        perform(Actions.pressMouse());
    }

    @Override
    default void releaseMouse() {
        perform(Actions.releaseMouse());
    }

    @Override
    default void click(int times) {
        perform(Actions.click(times));
    }
}
