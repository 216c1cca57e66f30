package dev.lodestar.runtime.store.json;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records by the names of their components. Gson's own adapter sets components that are missing in the text to null;
 * this one sets them to what {@link Missing} says, so that a record can gain components.
 */
final class RecordAdapters implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> token) {
        if (!token.getRawType().isRecord()) {
            return null;
        }
        @SuppressWarnings("unchecked") // the raw type of T
        Class<T> type = (Class<T>) token.getRawType();
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            TypeToken<?> resolved = TypeToken.get(component.getGenericType());
            components.add(new Component(
                    component.getName(), accessor, erased(gson.getAdapter(resolved)), Missing.of(component.getType())));
        }
        return new OfRecord<>(constructor(type), components).nullSafe();
    }

    @SuppressWarnings("unchecked") // only ever receives what the component's accessor returns
    private static TypeAdapter<Object> erased(TypeAdapter<?> adapter) {
        return (TypeAdapter<Object>) adapter;
    }

    private static <T> Constructor<T> constructor(Class<T> type) {
        Class<?>[] types = new Class<?>[type.getRecordComponents().length];
        for (int i = 0; i < types.length; i++) {
            types[i] = type.getRecordComponents()[i].getType();
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a canonical constructor.", e);
        }
    }

    private record Component(
            String name,
            Method accessor,
            TypeAdapter<Object> adapter,
            @Nullable Object missing) {}

    private static final class OfRecord<T> extends TypeAdapter<T> {
        private final Constructor<T> constructor;
        private final List<Component> components;
        private final Map<String, Integer> places = new HashMap<>();

        OfRecord(Constructor<T> constructor, List<Component> components) {
            this.constructor = constructor;
            this.components = components;
            for (int i = 0; i < components.size(); i++) {
                places.put(components.get(i).name(), i);
            }
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.beginObject();
            for (Component component : components) {
                out.name(component.name());
                component.adapter().write(out, call(() -> component.accessor().invoke(value)));
            }
            out.endObject();
        }

        @Override
        public T read(JsonReader in) throws IOException {
            Object[] values = components.stream().map(Component::missing).toArray();
            in.beginObject();
            while (in.hasNext()) {
                Integer place = places.get(in.nextName());
                if (place == null || in.peek() == JsonToken.NULL) {
                    in.skipValue();
                } else {
                    values[place] = components.get(place).adapter().read(in);
                }
            }
            in.endObject();
            return call(() -> constructor.newInstance(values));
        }
    }

    private interface Reflected<R> {
        R run() throws ReflectiveOperationException;
    }

    private static <R> R call(Reflected<R> reflected) {
        try {
            return reflected.run();
        } catch (InvocationTargetException e) {
            throw new JsonParseException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new JsonParseException(e);
        }
    }
}
