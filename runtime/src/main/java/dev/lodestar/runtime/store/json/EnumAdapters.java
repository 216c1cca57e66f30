package dev.lodestar.runtime.store.json;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enum constants by name. Gson's own adapter reads an unknown name as null, which would lose it. */
final class EnumAdapters implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> token) {
        Class<? super T> type = token.getRawType();
        if (!Enum.class.isAssignableFrom(type) || type == Enum.class) {
            return null;
        }
        // A constant with a body has its own class.
        Class<?> declaring = type.isEnum() ? type : type.getSuperclass();
        Map<String, T> constants = new LinkedHashMap<>();
        for (Object constant : declaring.getEnumConstants()) {
            @SuppressWarnings("unchecked") // one of T's constants
            T typed = (T) constant;
            constants.put(((Enum<?>) constant).name(), typed);
        }
        return new ByName<>(declaring.getSimpleName(), constants).nullSafe();
    }

    private static final class ByName<T> extends TypeAdapter<T> {
        private final String type;
        private final Map<String, T> constants;

        ByName(String type, Map<String, T> constants) {
            this.type = type;
            this.constants = constants;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.value(((Enum<?>) value).name());
        }

        @Override
        public T read(JsonReader in) throws IOException {
            String path = in.getPath();
            String name = in.nextString();
            T constant = constants.get(name);
            if (constant == null) {
                throw new JsonParseException("unknown constant \"" + name + "\" at " + path + "; " + type + " has "
                        + Arrays.toString(constants.keySet().toArray()));
            }
            return constant;
        }
    }
}
