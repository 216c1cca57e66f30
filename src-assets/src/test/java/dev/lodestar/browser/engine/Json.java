package dev.lodestar.browser.engine;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** JSON for the protocols of browsers. */
final class Json {
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private Json() {}

    /** An object of names and values in turn; a value can be anything that Gson writes, or a JSON element. */
    static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], of(namesAndValues[i + 1]));
        }
        return object;
    }

    static JsonArray array(JsonElement... elements) {
        JsonArray array = new JsonArray();
        for (JsonElement each : elements) {
            array.add(each);
        }
        return array;
    }

    static JsonElement of(Object value) {
        return GSON.toJsonTree(value);
    }

    /** The string at a path of names. */
    static String string(JsonObject object, String... path) {
        JsonObject at = object;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.getAsJsonObject(path[i]);
        }
        return at.get(path[path.length - 1]).getAsString();
    }
}
