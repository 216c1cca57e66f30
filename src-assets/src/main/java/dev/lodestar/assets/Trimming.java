package dev.lodestar.assets;

import dev.lodestar.assets.JsToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out tokens that a formatter or a type checker wants and an engine does not. */
final class Trimming {
    /** What means the same; nothing is assigned to a constant anyway. */
    private static final Map<String, List<JsToken>> BRIEFER = Map.of(
            "const", List.of(new JsToken(Kind.NAME, "let", false)),
            "true", List.of(new JsToken(Kind.MARK, "!", false), new JsToken(Kind.LITERAL, "0", false)),
            "false", List.of(new JsToken(Kind.MARK, "!", false), new JsToken(Kind.LITERAL, "1", false)),
            "undefined", List.of(new JsToken(Kind.NAME, "void", false), new JsToken(Kind.LITERAL, "0", false)));

    /** Before these, a name in parentheses could be the argument of a call, or the parentheses a statement's. */
    private static final Set<String> VALUE_ENDS = Set.of(")", "]", "}");

    private final List<JsToken> tokens;
    private final List<JsToken> kept = new ArrayList<>();

    private Trimming(List<JsToken> tokens) {
        this.tokens = tokens;
    }

    static List<JsToken> of(List<JsToken> tokens) {
        Trimming trimming = new Trimming(tokens);
        for (int i = 0; i < tokens.size(); ) {
            i = trimming.take(i);
        }
        return trimming.kept;
    }

    /** Returns the token to go on with. */
    private int take(int i) {
        JsToken token = tokens.get(i);
        boolean comma = token.is(",") && (is(i + 1, ")") || is(i + 1, "]") || is(i + 1, "}"));
        if (comma) {
            return i + 1;
        }
        if (token.is("(") && is(i + 2, ")") && tokens.get(i + 1).kind() == Kind.NAME && isNeedless(i)) {
            add(tokens.get(i + 1), token.newLine());
            return i + 3;
        }
        boolean key = is(i - 1, ".") || (is(i + 1, ":") && (is(i - 1, "{") || is(i - 1, ",")));
        boolean keyword = token.kind() == Kind.NAME && !key;
        List<JsToken> written = keyword ? BRIEFER.getOrDefault(token.text(), List.of(token)) : List.of(token);
        for (JsToken each : written) {
            add(each, token.newLine() && each == written.get(0));
        }
        return i + 1;
    }

    /** Whether the parentheses at {@code i} stand around the one parameter of an arrow function, or around a type's cast. */
    private boolean isNeedless(int i) {
        JsToken before = i == 0 ? null : tokens.get(i - 1);
        if (is(i + 3, "=>")) {
            return true;
        }
        return before != null
                && (before.kind() == Kind.MARK
                        ? !VALUE_ENDS.contains(before.text())
                        : before.is("return") || before.is("of"))
                && !before.is("?.");
    }

    private void add(JsToken token, boolean newLine) {
        kept.add(new JsToken(token.kind(), token.text(), newLine));
    }

    private boolean is(int i, String mark) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(mark);
    }
}
