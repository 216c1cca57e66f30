package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.Lexer;
import dev.lodestar.processor.javascript.NotJavaScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An expression as a function of the module.
 *
 * @param parameters the parameters; the first is a pattern of the values that are not known before the page is rendered
 * @param body its statements
 */
record JsFunction(List<String> parameters, String body) {
    JsFunction {
        parameters = List.copyOf(parameters);
    }

    /** The name of a value that is not known before the page is rendered. */
    static String value(int number) {
        return "__" + number;
    }

    static JsFunction of(Traced source, ExpressionKind kind) throws NotJavaScript {
        Translation translation = Translation.of(source);
        int values =
                (int) source.toString().chars().filter(c -> c == Lexer.VALUE).count();
        List<String> names = new ArrayList<>(List.of("el", "$", "__action", "evt"));
        names.addAll(kind.arguments());
        List<String> all = new ArrayList<>(names);
        List<String> known =
                IntStream.range(0, values).mapToObj(JsFunction::value).toList();
        all.addAll(known);
        try {
            JsCursor cursor = new JsCursor(translation.code().toString());
            if (kind.returns() && translation.endsWithValue()) {
                JsStatements.readValue(cursor, all, translation.last());
            } else {
                JsStatements.readBody(cursor, all);
            }
            names.add(0, known.stream().collect(Collectors.joining(", ", "[", "]")));
            return new JsFunction(names, cursor.edited());
        } catch (NotJavaScript e) {
            throw new NotJavaScript(translation.code().origin(e.offset()), e.getMessage());
        }
    }

    /** A text as a string literal. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return "(" + String.join(", ", parameters) + ") {\n" + body + "\n}";
    }
}
