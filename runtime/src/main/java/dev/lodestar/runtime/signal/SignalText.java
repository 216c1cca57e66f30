package dev.lodestar.runtime.signal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.function.Supplier;

/**
 * Signals as they were sent: the text of a JSON object, or a blank text for none. As objects they can take 45 times as
 * much memory, so the text is checked first, and parsed only when somebody asks for the signals. Immutable.
 */
public final class SignalText {
    private final boolean blank;
    private final Supplier<Reader> text;
    private final String what;
    private final int deepest;

    private SignalText(boolean blank, Supplier<Reader> text, String what, int deepest) {
        this.blank = blank;
        this.text = text;
        this.what = what;
        this.deepest = deepest;
    }

    /**
     * Takes the signals from a body.
     *
     * @param body the body, which must not change any more
     * @param deepest the greatest nesting depth of objects and arrays
     */
    public static SignalText of(byte[] body, int deepest) {
        return new SignalText(isBlank(body), () -> new Utf8Reader(body), "The body", deepest);
    }

    static SignalText ofParameter(String name, String value, int deepest) {
        return new SignalText(
                value.isBlank(), () -> new StringReader(value), "The query parameter '" + name + "'", deepest);
    }

    private static boolean isBlank(byte[] body) {
        for (byte next : body) {
            if (!Character.isWhitespace(next)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Scans the text and keeps nothing of it.
     *
     * @return approximately how many bytes the signals take as objects, not counting the characters in them
     * @throws BadInput if it is not a JSON object in UTF-8
     */
    public long check() {
        if (blank) {
            return 0;
        }
        JsonSize size = read(JsonSize::of);
        if (!size.isObject()) {
            throw new BadInput(what + " must be a JSON object with the signals, not another JSON value.");
        }
        return size.bytes();
    }

    /** Reads all signals. The text must have been checked. */
    public Fields fields() {
        return blank ? none() : fields(read(in -> JsonParser.parseReader(in).getAsJsonObject()));
    }

    /** Reads one signal, with everything in it, and skips the others. The text must have been checked. */
    public Fields only(String name) {
        return blank ? none() : fields(read(in -> member(in, name)));
    }

    private static JsonObject member(JsonReader in, String name) throws IOException {
        JsonObject found = new JsonObject();
        in.beginObject();
        while (in.peek() != JsonToken.END_OBJECT) {
            if (in.nextName().equals(name)) {
                found.add(name, JsonParser.parseReader(in));
            } else {
                in.skipValue();
            }
        }
        return found;
    }

    static Fields none() {
        return fields(new JsonObject());
    }

    private static Fields fields(JsonObject object) {
        return new JsonFields(object, "", "", new Steps());
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(JsonReader in) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try (JsonReader in = new JsonReader(text.get())) {
            in.setStrictness(Strictness.STRICT);
            in.setNestingLimit(deepest);
            return reading.from(in);
        } catch (IOException | JsonParseException | IllegalStateException e) {
            if (e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException) {
                throw new BadInput(what + " must be valid UTF-8.");
            }
            throw new BadInput(
                    what + " must be a JSON object with the signals, nested at most " + deepest + " levels deep.");
        }
    }
}
