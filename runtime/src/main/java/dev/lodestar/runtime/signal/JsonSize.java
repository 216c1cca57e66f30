package dev.lodestar.runtime.signal;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;

/**
 * The memory that a JSON text takes once it is parsed.
 *
 * @param isObject whether it is an object
 * @param bytes approximately how many bytes Gson's objects for it take on a 64-bit virtual machine with compressed
 *     pointers, not counting the characters of names and texts
 */
record JsonSize(boolean isObject, long bytes) {
    /**
     * Scans a whole text, as strictly as if it were parsed.
     *
     * @throws IOException if it is malformed, or nested too deeply
     */
    static JsonSize of(JsonReader in) throws IOException {
        boolean isObject = in.peek() == JsonToken.BEGIN_OBJECT;
        long bytes = 0;
        for (JsonToken next = in.peek(); next != JsonToken.END_DOCUMENT; next = in.peek()) {
            bytes += bytes(next);
            pass(in, next);
        }
        return new JsonSize(isObject, bytes);
    }

    /** Objects with their maps, arrays with their lists, and the slot that refers to each. */
    private static int bytes(JsonToken token) {
        return switch (token) {
            case BEGIN_OBJECT -> 128;
            case BEGIN_ARRAY -> 104;
            case NAME -> 96;
            case NUMBER -> 88;
            case STRING -> 64;
            case BOOLEAN -> 24;
            case NULL -> 8;
            case END_OBJECT, END_ARRAY, END_DOCUMENT -> 0;
        };
    }

    // Texts are read, since skipping them would accept control characters.
    private static void pass(JsonReader in, JsonToken token) throws IOException {
        switch (token) {
            case BEGIN_OBJECT -> in.beginObject();
            case BEGIN_ARRAY -> in.beginArray();
            case END_OBJECT -> in.endObject();
            case END_ARRAY -> in.endArray();
            case NAME -> in.nextName();
            case NUMBER, STRING -> in.nextString();
            default -> in.skipValue();
        }
    }
}
