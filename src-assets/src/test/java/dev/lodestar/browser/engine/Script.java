package dev.lodestar.browser.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packs questions about a page so that every engine answers alike: with JSON in a string. */
final class Script {
    private Script() {}

    /**
     * Turns a JavaScript expression, or a function with these arguments, into an expression for {@link
     * Driver#evaluate}.
     */
    static String pack(String expression, @Nullable Object... arguments) {
        return """
                (async (...given) => { const asked = (%s
                ); return typeof asked === 'function' ? asked(...given) : asked })(%s)
                .then(
                  (value) => JSON.stringify({value: value ?? null}),
                  (error) => JSON.stringify({error: String(error)}))
                """.formatted(expression, arguments(arguments));
    }

    private static String arguments(@Nullable Object... arguments) {
        String all = Json.of(arguments).toString();
        return all.substring(1, all.length() - 1);
    }

    /** The value of a packed expression: null, a boolean, an int or a double, a string, a list or a map. */
    static @Nullable Object unpack(String answer) {
        JsonObject packed = JsonParser.parseString(answer).getAsJsonObject();
        if (packed.has("error")) {
            throw new ScriptException(packed.get("error").getAsString());
        }
        return value(packed.get("value"));
    }

    private static @Nullable Object value(JsonElement json) {
        if (json instanceof JsonPrimitive primitive) {
            return primitive.isString()
                    ? primitive.getAsString()
                    : primitive.isBoolean() ? (Object) primitive.getAsBoolean() : number(primitive.getAsDouble());
        }
        if (json.isJsonArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            json.getAsJsonArray().forEach(each -> list.add(value(each)));
            return list;
        }
        if (json.isJsonObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            json.getAsJsonObject().asMap().forEach((name, each) -> map.put(name, value(each)));
            return map;
        }
        return null;
    }

    private static Object number(double number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }
}
