package dev.lodestar.runtime.sse;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of signals as JSON. Without reflection, so that no object of an application is exposed by accident. */
public final class SignalJson {
    private SignalJson() {}

    /**
     * Writes a value on one line.
     *
     * @param value a string, a number, a boolean, null, or a list or a map of these
     * @throws IllegalArgumentException if it is or contains anything else
     */
    public static String write(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setSerializeNulls(true);
            json.setHtmlSafe(false);
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonWriter json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.nullValue();
        } else if (value instanceof String text) {
            json.value(text);
        } else if (value instanceof Number number) {
            json.value(number);
        } else if (value instanceof Boolean truth) {
            json.value(truth);
        } else if (value instanceof Iterable<?> list) {
            json.beginArray();
            for (Object element : list) {
                write(json, element);
            }
            json.endArray();
        } else if (value instanceof Map<?, ?> map) {
            json.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.name(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.endObject();
        } else {
            throw new IllegalArgumentException(
                    "A signal can hold strings, numbers, booleans, null, and lists and maps of" + " these, but not a "
                            + value.getClass().getName() + ".");
        }
    }
}
