package dev.lodestar.runtime.store.json;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dates, times and durations in ISO 8601, as {@code toString} writes and {@code parse} reads them. */
final class TextAdapters<T> extends TypeAdapter<T> {
    static final TypeAdapterFactory FACTORY = new Factory(Map.of(
            Instant.class, new TextAdapters<>(Instant::parse).nullSafe(),
            LocalDate.class, new TextAdapters<>(LocalDate::parse).nullSafe(),
            LocalTime.class, new TextAdapters<>(LocalTime::parse).nullSafe(),
            LocalDateTime.class, new TextAdapters<>(LocalDateTime::parse).nullSafe(),
            Duration.class, new TextAdapters<>(Duration::parse).nullSafe()));

    private final Function<String, T> parse;

    private TextAdapters(Function<String, T> parse) {
        this.parse = parse;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
        out.value(value.toString());
    }

    @Override
    public T read(JsonReader in) throws IOException {
        String path = in.getPath();
        try {
            return parse.apply(in.nextString());
        } catch (DateTimeException e) {
            throw new JsonParseException("invalid time at " + path + ": " + e.getMessage());
        }
    }

    private record Factory(Map<Class<?>, TypeAdapter<?>> adapters) implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked") // each is registered under its own type
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> token) {
            return (TypeAdapter<T>) adapters.get(token.getRawType());
        }
    }
}
