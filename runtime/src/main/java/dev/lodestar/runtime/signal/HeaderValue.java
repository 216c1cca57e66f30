package dev.lodestar.runtime.signal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header value with parameters: {@code form-data; name="photo"}.
 *
 * @param first what precedes the parameters, in lower case
 * @param parameters their values, by their names in lower case; if a name is repeated, the first value
 * @param isWhole whether all of it was well-formed, not only what precedes the first fault
 */
record HeaderValue(String first, Map<String, String> parameters, boolean isWhole) {
    // As browsers write it: a text ends at the next quotation mark, and a backslash is a plain character. No
    // backtracking, and no recursion for each character.
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+(?:([^\\s;=\"]++)(?:=(?:\"([^\"]*+)\"|([^;\"]*+)))?+)?+\\s*+");

    static HeaderValue of(String text) {
        int end = text.indexOf(';');
        String first = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (end < 0) {
            return new HeaderValue(first, Map.of(), true);
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(text).region(end, text.length());
        while (parameter.lookingAt()) {
            String quoted = parameter.group(2);
            String value = quoted == null ? parameter.group(3) : quoted;
            if (value != null) {
                parameters.putIfAbsent(
                        parameter.group(1).toLowerCase(Locale.ROOT), quoted == null ? value.strip() : value);
            }
            parameter.region(parameter.end(), text.length());
        }
        return new HeaderValue(first, parameters, parameter.regionStart() == text.length());
    }
}
