package dev.lodestar.assets;

import dev.lodestar.assets.JsToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out tokens that a formatter or a type checker wants and an engine does not. */
final class Trimming {
    private static final Map<String, List<String>> BRIEFER =
            Map.of("true", List.of("!", "0"), "false", List.of("!", "1"), "undefined", List.of("void", "0"));

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
        List<String> briefer = token.kind() == Kind.NAME && !is(i - 1, ".") ? BRIEFER.get(token.text()) : null;
        if (briefer == null) {
            add(token, token.newLine());
        } else {
            add(
                    new JsToken(briefer.get(0).equals("!") ? Kind.MARK : Kind.NAME, briefer.get(0), false),
                    token.newLine());
            add(new JsToken(Kind.LITERAL, briefer.get(1), false), false);
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
