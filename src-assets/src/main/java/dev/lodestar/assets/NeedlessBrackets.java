package dev.lodestar.assets;

import dev.lodestar.assets.JsToken.Kind;
import java.util.List;
import java.util.Set;

/** Finds the brackets of a module that only a formatter or a type checker needs. */
final class NeedlessBrackets {
    private static final Set<String> HEADS = Set.of("if", "for", "while");
    private static final Set<String> DECLARING = Set.of("const", "let", "class", "function");

    /** Between these, there is a whole expression, whatever it contains. */
    private static final Set<String> BEFORE_WHOLE =
            Set.of("=", "=>", "(", "[", ",", "?", ":", "...", ";", "{", "return");

    private static final Set<String> AFTER_WHOLE = Set.of(")", "]", "}", ",", ";", ":");

    private final List<JsToken> tokens;
    private final int[] partner;

    NeedlessBrackets(List<JsToken> tokens) {
        this.tokens = tokens;
        this.partner = Brackets.partners(tokens);
    }

    /** Whether the bracket at {@code i} and its partner can be removed. */
    boolean contains(int i) {
        int open = partner[i] < 0 ? i : Math.min(i, partner[i]);
        if (is(open, "(")) {
            return isParameter(open) || isWhole(open) || isChain(open);
        }
        return is(open, "{") && isOneStatement(open);
    }

    /** The only parameter of an arrow function. */
    private boolean isParameter(int open) {
        return is(open + 3, "=>")
                && partner[open] == open + 2
                && tokens.get(open + 1).kind() == Kind.NAME;
    }

    /** An expression that nothing before or after it can tear apart. */
    private boolean isWhole(int open) {
        int close = partner[open];
        return BEFORE_WHOLE.contains(text(open - 1))
                && AFTER_WHOLE.contains(text(close + 1))
                && close > open + 1
                && !(is(open + 1, "{") && !is(open - 1, "("))
                && Brackets.expressionEnd(tokens, partner, open + 1) == close;
    }

    /** A name followed by property reads and calls, as after a type cast. */
    private boolean isChain(int open) {
        if (!continuesNothing(open)) {
            return false;
        }
        boolean afterName = false;
        for (int i = open + 1; i < partner[open]; i++) {
            JsToken token = tokens.get(i);
            if (token.kind() == Kind.NAME && !afterName) {
                afterName = true;
            } else if (token.is(".") && afterName) {
                afterName = false;
            } else if (afterName && (token.is("(") || token.is("["))) {
                i = partner[i];
            } else {
                return false;
            }
        }
        return afterName;
    }

    /** Whether what precedes the parentheses makes them neither a call nor the head of a statement. */
    private boolean continuesNothing(int open) {
        String before = text(open - 1);
        return open > 0
                && (tokens.get(open - 1).kind() == Kind.MARK
                        ? !Set.of(")", "]", "}", "?.").contains(before)
                        : Set.of("return", "of").contains(before) && !is(open - 2, "."));
    }

    /** The block of an if or a loop that contains one statement, where no following else could attach to it. */
    private boolean isOneStatement(int open) {
        int close = partner[open];
        boolean body = is(open - 1, "else") || (is(open - 1, ")") && HEADS.contains(text(partner[open - 1] - 1)));
        boolean nested = HEADS.contains(text(open + 1));
        return body
                && (nested ? !is(close + 1, "else") : is(close - 1, ";"))
                && !DECLARING.contains(text(open + 1))
                && Brackets.statementEnd(tokens, partner, open + 1) == close;
    }

    private boolean is(int i, String mark) {
        return text(i).equals(mark);
    }

    private String text(int i) {
        return i < 0 || i >= tokens.size() || tokens.get(i).kind() == Kind.LITERAL
                ? ""
                : tokens.get(i).text();
    }
}
