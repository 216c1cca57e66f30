package dev.lodestar.runtime.signal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.lodestar.Fields;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a JSON object. Forms are those of JSON: text is a string, not a number that could be written as one.
 *
 * @param object the object
 * @param before what precedes a field's name in messages: the path that leads to the object
 * @param after what follows it: the index, if the object stands for one element of a list
 */
record JsonFields(JsonObject object, String before, String after) implements Fields {
    @Override
    public boolean has(String name) {
        return find(name) != null;
    }

    @Override
    public String string(String name) {
        JsonPrimitive value = primitive(name, Expected.TEXT);
        return checked(value.isString(), name, Expected.TEXT, value).getAsString();
    }

    @Override
    public boolean bool(String name) {
        JsonPrimitive value = primitive(name, Expected.TRUTH);
        return checked(value.isBoolean(), name, Expected.TRUTH, value).getAsBoolean();
    }

    @Override
    public int integer(String name) {
        return (int) whole(name, Expected.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long longInteger(String name) {
        return whole(name, Expected.LONG, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    public double number(String name) {
        JsonPrimitive value = primitive(name, Expected.NUMBER);
        checked(value.isNumber(), name, Expected.NUMBER, value);
        return NumberText.finite(value.getAsString()).orElseThrow(() -> Expected.NUMBER.butWas(label(name), value));
    }

    @Override
    public <E extends Enum<E>> E constant(String name, Function<String, E> valueOf) {
        JsonPrimitive value = primitive(name, Expected.CONSTANT);
        checked(value.isString(), name, Expected.CONSTANT, value);
        try {
            return valueOf.apply(value.getAsString());
        } catch (IllegalArgumentException unknown) {
            throw Expected.CONSTANT.butWas(label(name), value);
        }
    }

    @Override
    public Fields object(String name) {
        JsonElement value = present(name, Expected.OBJECT);
        checked(value.isJsonObject(), name, Expected.OBJECT, value);
        return new JsonFields(value.getAsJsonObject(), before + name + after + ".", "");
    }

    @Override
    public <T> List<T> list(String name, BiFunction<Fields, String, T> reader) {
        JsonElement value = present(name, Expected.LIST);
        JsonArray elements =
                checked(value.isJsonArray(), name, Expected.LIST, value).getAsJsonArray();
        return IntStream.range(0, elements.size())
                .mapToObj(i -> reader.apply(element(name, elements, i), name))
                .toList();
    }

    // An element is read like a field: by the list's name, from an object that has nothing but the element.
    private Fields element(String name, JsonArray elements, int index) {
        JsonObject single = new JsonObject();
        single.add(name, elements.get(index));
        return new JsonFields(single, before, after + "[" + index + "]");
    }

    private long whole(String name, Expected expected, long least, long greatest) {
        JsonPrimitive value = primitive(name, expected);
        checked(value.isNumber(), name, expected, value);
        OptionalLong number = NumberText.whole(value.getAsString(), least, greatest);
        return number.orElseThrow(() -> expected.butWas(label(name), value));
    }

    private JsonPrimitive primitive(String name, Expected expected) {
        JsonElement value = present(name, expected);
        return checked(value.isJsonPrimitive(), name, expected, value).getAsJsonPrimitive();
    }

    private JsonElement present(String name, Expected expected) {
        JsonElement value = find(name);
        if (value == null) {
            throw expected.missing(label(name));
        }
        return value;
    }

    private <J extends JsonElement> J checked(boolean right, String name, Expected expected, J value) {
        if (!right) {
            throw expected.butWas(label(name), value);
        }
        return value;
    }

    private @Nullable JsonElement find(String name) {
        JsonElement own = object.get(name);
        JsonElement found = own == null ? findNested(name) : own;
        return found == null || found.isJsonNull() ? null : found;
    }

    private @Nullable JsonElement findNested(String name) {
        JsonElement at = object;
        for (String step : name.split("\\.", -1)) {
            if (at == null || !at.isJsonObject()) {
                return null;
            }
            at = at.getAsJsonObject().get(step);
        }
        return at;
    }

    private String label(String name) {
        return "signal '" + before + name + after + "'";
    }
}
