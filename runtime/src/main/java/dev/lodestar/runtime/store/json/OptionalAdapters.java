package dev.lodestar.runtime.store.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Optional} as its value, or as null if it is empty. */
final class OptionalAdapters implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> token) {
        if (token.getRawType() != Optional.class || !(token.getType() instanceof ParameterizedType parameterized)) {
            return null;
        }
        TypeToken<?> value = TypeToken.get(parameterized.getActualTypeArguments()[0]);
        @SuppressWarnings("unchecked") // T is Optional of that value
        TypeAdapter<T> adapter = (TypeAdapter<T>) new OfValue<>(gson.getAdapter(value));
        return adapter;
    }

    private static final class OfValue<V> extends TypeAdapter<Optional<V>> {
        private final TypeAdapter<V> value;

        OfValue(TypeAdapter<V> value) {
            this.value = value;
        }

        @Override
        public void write(JsonWriter out, Optional<V> optional) throws IOException {
            if (optional.isPresent()) {
                value.write(out, optional.get());
            } else {
                out.nullValue();
            }
        }

        @Override
        public Optional<V> read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Optional.empty();
            }
            return Optional.of(value.read(in));
        }
    }
}
