package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of a request. */
public final class InputFields {
    /** No signals. */
    public static final Fields NONE = SignalText.none();

    private static final String SIGNALS_IN_QUERY = "datastar";

    /** Each stream of a view keeps its parameters. */
    private static final int MOST_PARAMETERS = 200;

    private InputFields() {}

    /**
     * Reads a query string.
     *
     * @param query what follows the question mark, as received, or an empty text
     * @throws BadInput if an escape is incomplete, the text is not UTF-8, or it has too many parameters
     */
    public static Fields query(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int[] count = {0};
        Pairs.read(query, "The query", (name, value) -> {
            if (++count[0] > MOST_PARAMETERS) {
                throw new BadInput("The query must have at most " + MOST_PARAMETERS + " parameters.");
            }
            values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
        });
        return new QueryFields(values, "", new Steps());
    }

    /**
     * Reads the signals of a request from where the client puts them: the query parameter {@code datastar} of a GET or
     * DELETE, the body of any other method. A missing or blank text contains no signals.
     *
     * @param method the method, in capitals
     * @param query the request's query
     * @param body the request's body
     * @param deepest the greatest nesting depth
     * @throws BadInput if they are not a JSON object in UTF-8
     */
    public static Fields signals(String method, Fields query, byte[] body, int deepest) {
        SignalText text = !method.equals("GET") && !method.equals("DELETE")
                ? SignalText.of(body, deepest)
                : SignalText.ofParameter(
                        SIGNALS_IN_QUERY, query.has(SIGNALS_IN_QUERY) ? query.string(SIGNALS_IN_QUERY) : "", deepest);
        text.check();
        return text.fields();
    }

    /** Whether a body can only be JSON: after white space it begins with a brace. */
    public static boolean beginsAsJson(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{';
            }
        }
        return false;
    }
}
