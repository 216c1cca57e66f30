package dev.lodestar.processor.template.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The argument that a reference passes for a parameter, as in {@code room=room} or {@code sort='new'}.
 *
 * @param parameter the parameter's name
 * @param value the name of a value, or constant text
 * @param isConstant whether it is constant text
 */
record LinkArgument(String parameter, String value, boolean isConstant) {
    private static final Pattern ARGUMENT =
            Pattern.compile("\\s+([^\\s='\"]+)=(?:'([^']*)'|\"([^\"]*)\"|([^\\s='\"]+))(?=\\s|$)");
    private static final Pattern CONSTANT = Pattern.compile("-?\\d+(?:\\.\\d+)?|true|false");

    /**
     * Reads what follows the name in a reference.
     *
     * @throws Refusal if it is anything but arguments
     */
    static List<LinkArgument> parse(String text) throws Refusal {
        List<LinkArgument> arguments = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new Refusal(
                        "This is not a parameter: " + text.substring(end).strip()
                                + ". Write a name and a value's name or a text in quotes, as in {{view:/chat room=room"
                                + " sort='new'}}.");
            }
            arguments.add(argument(matcher));
            end = matcher.end();
        }
        return arguments;
    }

    private static LinkArgument argument(Matcher matcher) {
        String name = matcher.group(4);
        if (name != null) {
            return new LinkArgument(
                    matcher.group(1), name, CONSTANT.matcher(name).matches());
        }
        return new LinkArgument(matcher.group(1), matcher.group(2) != null ? matcher.group(2) : matcher.group(3), true);
    }

    /** Text encoded for a query, in characters without a meaning in HTML and JavaScript. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
