package dev.lodestar.browser.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * Input in the form that WebDriver and WebDriver BiDi share.
 *
 * @see <a href="https://www.w3.org/TR/webdriver2/#actions">WebDriver, 15. Actions</a>
 */
final class Actions {
    /** The characters for keys without a character, by {@code KeyboardEvent.key}. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("Backspace", "\ue003"),
            Map.entry("Tab", "\ue004"),
            Map.entry("Enter", "\ue007"),
            Map.entry("Shift", "\ue008"),
            Map.entry("Control", "\ue009"),
            Map.entry("Alt", "\ue00a"),
            Map.entry("Escape", "\ue00c"),
            Map.entry("PageUp", "\ue00e"),
            Map.entry("PageDown", "\ue00f"),
            Map.entry("End", "\ue010"),
            Map.entry("Home", "\ue011"),
            Map.entry("ArrowLeft", "\ue012"),
            Map.entry("ArrowUp", "\ue013"),
            Map.entry("ArrowRight", "\ue014"),
            Map.entry("ArrowDown", "\ue015"),
            Map.entry("Delete", "\ue017"),
            Map.entry("Meta", "\ue03d"));

    private Actions() {}

    /** Types each character of a text. */
    static JsonArray type(String text) {
        JsonArray actions = new JsonArray();
        text.codePoints().mapToObj(Character::toString).forEach(each -> {
            actions.add(key("keyDown", each));
            actions.add(key("keyUp", each));
        });
        return keyboard(actions);
    }

    /** Presses keys together. */
    static JsonArray press(List<String> keys) {
        JsonArray actions = new JsonArray();
        List<String> values = keys.stream().map(Actions::value).toList();
        values.forEach(each -> actions.add(key("keyDown", each)));
        for (int i = values.size() - 1; i >= 0; i--) {
            actions.add(key("keyUp", values.get(i)));
        }
        return keyboard(actions);
    }

    private static String value(String key) {
        String value = key.codePointCount(0, key.length()) == 1 ? key : KEYS.get(key);
        if (value == null) {
            throw new IllegalArgumentException("Unknown key \"" + key + "\". The keys are: " + KEYS.keySet());
        }
        return value;
    }

    private static JsonObject key(String type, String value) {
        return Json.object("type", type, "value", value);
    }

    private static JsonArray keyboard(JsonArray actions) {
        return Json.array(Json.object("type", "key", "id", "keyboard", "actions", actions));
    }

    static JsonArray moveMouse(double x, double y) {
        // Not every engine accepts fractions.
        return mouse(Json.array(
                Json.object("type", "pointerMove", "duration", 0, "x", (int) Math.round(x), "y", (int) Math.round(y))));
    }

    static JsonArray pressMouse() {
        return mouse(Json.array(button("pointerDown")));
    }

    static JsonArray releaseMouse() {
        return mouse(Json.array(button("pointerUp")));
    }

    /** Several clicks, which only count as a double click when they are sent together. */
    static JsonArray click(int times) {
        JsonArray actions = new JsonArray();
        for (int i = 0; i < times; i++) {
            actions.add(button("pointerDown"));
            actions.add(button("pointerUp"));
        }
        return mouse(actions);
    }

    private static JsonObject button(String type) {
        return Json.object("type", type, "button", 0);
    }

    private static JsonArray mouse(JsonArray actions) {
        JsonObject parameters = Json.object("pointerType", "mouse");
        return Json.array(Json.object("type", "pointer", "id", "mouse", "parameters", parameters, "actions", actions));
    }
}
