package dev.lodestar.runtime.signal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.lodestar.Fields;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a JSON object. Text must be a string, not a number; a number may be either.
 *
 * @param object the object
 * @param before what precedes a field's name in messages: the path to the object
 * @param after what follows it: the index, if the object is one element of a list
 * @param steps what matching the request's texts may still cost
 */
record JsonFields(JsonObject object, String before, String after, Steps steps) implements NestedFields {
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
    public Fields object(String name) {
        JsonElement value = present(name, Expected.OBJECT);
        checked(value.isJsonObject(), name, Expected.OBJECT, value);
        return new JsonFields(value.getAsJsonObject(), path(name) + ".", "", steps);
    }

    @Override
    public <T> List<T> list(String name, BiFunction<Fields, String, T> reader) {
        JsonElement value = present(name, Expected.LIST);
        JsonArray elements =
                checked(value.isJsonArray(), name, Expected.LIST, value).getAsJsonArray();
        return NamedFields.all(elements.size(), i -> element(name, elements, i), name, reader);
    }

    @Override
    public OptionalInt size(String name) {
        return find(name) instanceof JsonArray elements ? OptionalInt.of(elements.size()) : OptionalInt.empty();
    }

    // An element is read like a field: by the list's name, from an object that contains only the element.
    private JsonFields element(String name, JsonArray elements, int index) {
        JsonObject single = new JsonObject();
        single.add(name, elements.get(index));
        return new JsonFields(single, before, after + "." + index, steps);
    }

    @Override
    public String literal(String name, Expected expected) {
        String text = primitive(name, expected).getAsString();
        if (text.isEmpty()) {
            throw expected.missing(this, name);
        }
        return text;
    }

    @Override
    public String shown(String name) {
        return String.valueOf(find(name));
    }

    @Override
    public boolean isEmptyText(String name) {
        return find(name) instanceof JsonPrimitive value && value.getAsString().isEmpty();
    }

    private JsonPrimitive primitive(String name, Expected expected) {
        JsonElement value = present(name, expected);
        return checked(value.isJsonPrimitive(), name, expected, value).getAsJsonPrimitive();
    }

    private JsonElement present(String name, Expected expected) {
        JsonElement value = find(name);
        if (value == null) {
            throw expected.missing(this, name);
        }
        return value;
    }

    private <J extends JsonElement> J checked(boolean right, String name, Expected expected, J value) {
        if (!right) {
            throw expected.butWas(this, name, value.toString());
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
}
