package dev.lodestar.runtime.store.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ReflectionAccessFilter.FilterResult;
import com.google.gson.Strictness;
import com.google.gson.reflect.TypeToken;
import dev.lodestar.store.StoreException;
import dev.lodestar.store.Value;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts values to the text that a store keeps, and back. */
public final class ValueText {
    // Only records and the types with an adapter: the fields of any other class are an implementation detail.
    private static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .setStrictness(Strictness.STRICT)
            .serializeNulls()
            .registerTypeAdapterFactory(new RecordAdapters())
            .registerTypeAdapterFactory(new EnumAdapters())
            .registerTypeAdapterFactory(new OptionalAdapters())
            .registerTypeAdapterFactory(TextAdapters.FACTORY)
            .addReflectionAccessFilter(type -> FilterResult.BLOCK_ALL)
            .create();

    private ValueText() {}

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException if a store cannot hold the value
     */
    public static String write(Object value) {
        if (value instanceof Value stored) {
            return stored.json();
        }
        if (!isStorable(value)) {
            throw refusal(value, "its type is not supported", null);
        }
        try {
            return GSON.toJson(value);
        } catch (JsonParseException | IllegalArgumentException | UnsupportedOperationException e) {
            throw refusal(value, Reason.of(e), e);
        }
    }

    private static boolean isStorable(Object value) {
        return value instanceof Record
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum
                || value instanceof List<?> list && list.stream().allMatch(ValueText::isStorable);
    }

    private static IllegalArgumentException refusal(Object value, String reason, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "A " + value.getClass().getName() + " cannot be stored: " + reason
                        + ". A store keeps records, strings, numbers, booleans, enum constants, and lists of these.",
                cause);
    }

    /**
     * Reads a value.
     *
     * @param key the key it is stored under, for error messages
     * @throws StoreException if the text does not fit the type
     */
    public static <T> T read(String key, String text, Class<T> type) {
        return read(key, text, TypeToken.get(type), type.getSimpleName());
    }

    /** Reads a list; otherwise the same as {@link #read}. */
    public static <T> List<T> readList(String key, String text, Class<T> element) {
        Type type = TypeToken.getParameterized(List.class, element).getType();
        @SuppressWarnings("unchecked") // the token is that of List<T>
        TypeToken<List<T>> list = (TypeToken<List<T>>) TypeToken.get(type);
        return List.copyOf(read(key, text, list, "list of " + element.getSimpleName()));
    }

    /**
     * Tells whether a text represents a value. The text is read as the value's type, so that a record equals one that
     * was stored before a component was added.
     *
     * @param key the key that the text is stored under, for error messages
     */
    public static boolean same(String key, @Nullable String text, @Nullable Object value) {
        if (text == null || value == null) {
            return text == null && value == null;
        }
        if (value instanceof Value || value instanceof List) {
            return text.equals(write(value));
        }
        return read(key, text, value.getClass()).equals(value);
    }

    private static <T> T read(String key, String text, TypeToken<T> type, String name) {
        try {
            T value = GSON.fromJson(text, type);
            if (value != null) {
                return value;
            }
            throw new StoreException(
                    "The value of " + key + " is null, which no store writes. Remove it, or set it again.", null);
        } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
            throw new StoreException(
                    "The value of " + key + " cannot be read as " + name + ": " + Reason.of(e)
                            + ". Change the type to fit what is stored, or set the value again.",
                    e);
        }
    }
}
