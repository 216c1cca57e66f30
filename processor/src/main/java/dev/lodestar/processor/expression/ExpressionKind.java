package dev.lodestar.processor.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the client runs the expression of an attribute.
 *
 * @param returns whether it uses the value of the last statement
 * @param arguments the names that the expression can use besides the element, the event and the signals
 */
public record ExpressionKind(boolean returns, List<String> arguments) {
    private static final ExpressionKind VALUE = new ExpressionKind(true, List.of());

    /** An expression whose value is not used, such as that of {@code data-on}. */
    public static final ExpressionKind STATEMENTS = new ExpressionKind(false, List.of());

    /** By attribute name, without prefix, key and modifiers. */
    private static final Map<String, ExpressionKind> KINDS = Map.ofEntries(
            Map.entry("attr", VALUE),
            Map.entry("class", VALUE),
            Map.entry("computed", VALUE),
            Map.entry("effect", STATEMENTS),
            Map.entry("init", STATEMENTS),
            Map.entry("json-signals", VALUE),
            Map.entry("on", STATEMENTS),
            Map.entry("on-intersect", STATEMENTS),
            Map.entry("on-interval", STATEMENTS),
            Map.entry("on-signal-patch", new ExpressionKind(false, List.of("patch"))),
            Map.entry("on-signal-patch-filter", VALUE),
            Map.entry("show", VALUE),
            Map.entry("signals", VALUE),
            Map.entry("style", VALUE),
            Map.entry("text", VALUE));

    /** Copies the list. */
    public ExpressionKind {
        arguments = List.copyOf(arguments);
    }

    /** The kind of an attribute's value, or empty if the client does not run it. */
    public static Optional<ExpressionKind> of(String attribute) {
        return attribute.startsWith("data-")
                ? Optional.ofNullable(
                        KINDS.get(attribute.substring("data-".length()).split(":|__", 2)[0]))
                : Optional.empty();
    }
}
