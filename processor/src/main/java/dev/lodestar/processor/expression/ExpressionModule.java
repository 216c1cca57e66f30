package dev.lodestar.processor.expression;

import dev.lodestar.processor.application.ContentHash;
import dev.lodestar.processor.javascript.Lexer;
import dev.lodestar.processor.javascript.NotJavaScript;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All expressions of an application as one ES module: a function for each distinct one, under a key derived from its
 * code.
 */
public final class ExpressionModule {
    /** Represents, in an expression, a value that is not known before the page is rendered. */
    public static final char VALUE = Lexer.VALUE;

    private static final int KEY_LENGTH = 10;

    private final SortedMap<String, JsFunction> functions = new TreeMap<>();

    /** The result of adding an expression. */
    public sealed interface Result {
        /**
         * It is in the module.
         *
         * @param key what the attribute contains instead; ends with {@code !} if the expression may change the document
         */
        record Added(String key) implements Result {}

        /**
         * It is not valid JavaScript.
         *
         * @param offset the index of the offending character
         * @param why a clause that says what is wrong
         */
        record Refused(int offset, String why) implements Result {}
    }

    /**
     * Adds an expression.
     *
     * @param expression its text, with {@link #VALUE} in place of each value
     */
    public Result add(String expression, ExpressionKind kind) {
        try {
            JsFunction function = JsFunction.of(Traced.of(expression), kind);
            String key = ContentHash.of(function.toString()).substring(0, KEY_LENGTH);
            JsFunction other = functions.putIfAbsent(key, function);
            if (other != null && !other.equals(function)) {
                throw new IllegalStateException("Two expressions have the key " + key + ".");
            }
            return new Result.Added("#" + key + (DocumentEffect.isPossible(expression) ? "!" : ""));
        } catch (NotJavaScript e) {
            return new Result.Refused(e.offset(), e.getMessage());
        }
    }

    /**
     * Adds an expression that is known to be right.
     *
     * @return what the attribute contains instead
     */
    public String added(String expression, ExpressionKind kind) {
        if (add(expression, kind) instanceof Result.Added added) {
            return added.key();
        }
        throw new IllegalArgumentException(expression);
    }

    /**
     * The source of the module, which starts the client.
     *
     * @param client the URL of the client
     */
    public String source(String client) {
        StringBuilder source = new StringBuilder("import { start as __start } from \"" + client + "\";\n\n__start({\n");
        functions.forEach((key, function) ->
                source.append('"').append(key).append('"').append(function).append(",\n"));
        return source.append("});\n").toString();
    }
}
