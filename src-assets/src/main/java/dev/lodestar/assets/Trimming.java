package dev.lodestar.assets;

import dev.lodestar.assets.JsToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Removes tokens that only a formatter or a type checker needs. */
final class Trimming {
    /** Shorter equivalents; nothing is assigned to a constant anyway. */
    private static final Map<String, List<JsToken>> BRIEFER = Map.of(
            "const", List.of(new JsToken(Kind.NAME, "let")),
            "true", List.of(new JsToken(Kind.MARK, "!"), new JsToken(Kind.LITERAL, "0")),
            "false", List.of(new JsToken(Kind.MARK, "!"), new JsToken(Kind.LITERAL, "1")),
            "undefined", List.of(new JsToken(Kind.NAME, "void"), new JsToken(Kind.LITERAL, "0")));

    private final List<JsToken> tokens;
    private final NeedlessBrackets needless;
    private final List<JsToken> kept = new ArrayList<>();

    private Trimming(List<JsToken> tokens) {
        this.tokens = tokens;
        this.needless = new NeedlessBrackets(tokens);
    }

    static List<JsToken> of(List<JsToken> tokens) {
        Trimming trimming = new Trimming(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            trimming.take(i);
        }
        return trimming.kept;
    }

    private void take(int i) {
        JsToken token = tokens.get(i);
        boolean comma = token.is(",") && (is(i + 1, ")") || is(i + 1, "]") || is(i + 1, "}"));
        if (comma || needless.contains(i)) {
            return;
        }
        boolean key = is(i - 1, ".") || (is(i + 1, ":") && (is(i - 1, "{") || is(i - 1, ",")));
        boolean keyword = token.kind() == Kind.NAME && !key;
        kept.addAll(keyword ? BRIEFER.getOrDefault(token.text(), List.of(token)) : List.of(token));
    }

    private boolean is(int i, String mark) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(mark);
    }
}
