package dev.lodestar.runtime.signal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a request carries into fields. */
public final class InputFields {
    /** No signals. */
    public static final Fields NONE = new JsonFields(new JsonObject(), "", "");

    private static final String SIGNALS_IN_QUERY = "datastar";

    private InputFields() {}

    /**
     * Reads a query.
     *
     * @param query what follows the question mark, as it came, or an empty text
     * @throws BadInput if an escape is incomplete or the text is not UTF-8
     */
    public static Fields query(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Pairs.read(
                query,
                "The query",
                (name, value) ->
                        values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value));
        return new QueryFields(values, "");
    }

    /**
     * Reads the signals of a request from where the client puts them: the query parameter {@code datastar} of a GET or
     * a DELETE, the body of any other method. None, or a blank text, holds no signals.
     *
     * @param method the method, in capitals
     * @param query the request's query
     * @param body the request's body
     * @param deepest how deep they may be nested
     * @throws BadInput if they are not a JSON object in UTF-8
     */
    public static Fields signals(String method, Fields query, byte[] body, int deepest) {
        if (!method.equals("GET") && !method.equals("DELETE")) {
            return isBlank(body) ? NONE : parse(new Utf8Reader(body), "The body", deepest);
        }
        String text = query.has(SIGNALS_IN_QUERY) ? query.string(SIGNALS_IN_QUERY) : "";
        return text.isBlank() ? NONE : parse(new StringReader(text), "The query parameter 'datastar'", deepest);
    }

    /** Whether a body can be nothing but JSON: after white space it begins with a brace. */
    public static boolean beginsAsJson(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{';
            }
        }
        return false;
    }

    private static boolean isBlank(byte[] body) {
        for (byte next : body) {
            if (!Character.isWhitespace(next)) {
                return false;
            }
        }
        return true;
    }

    private static Fields parse(Reader text, String what, int deepest) {
        JsonElement parsed;
        try {
            JsonReader reader = new JsonReader(text);
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(deepest);
            parsed = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more follows");
            }
        } catch (IOException | JsonParseException | IllegalStateException e) {
            if (e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException) {
                throw new BadInput(what + " must be UTF-8, but has bytes that are not.");
            }
            throw new BadInput(what + " must be a JSON object with the signals, nested at most " + deepest
                    + " levels deep, but is not.");
        }
        if (!parsed.isJsonObject()) {
            throw new BadInput(what + " must be a JSON object with the signals, but is another JSON value.");
        }
        return new JsonFields(parsed.getAsJsonObject(), "", "");
    }
}
