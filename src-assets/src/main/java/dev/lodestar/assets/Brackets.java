package dev.lodestar.assets;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Finds the ends of groups, expressions and statements of a module. */
final class Brackets {
    private Brackets() {}

    /** For each bracket, the index of its partner; -1 for other tokens. */
    static int[] partners(List<JsToken> tokens) {
        int[] partner = new int[tokens.size()];
        Arrays.fill(partner, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < partner.length; i++) {
            if (tokens.get(i).opens()) {
                open.push(i);
            } else if (tokens.get(i).closes()) {
                partner[i] = open.pop();
                partner[partner[i]] = i;
            }
        }
        return partner;
    }

    /** The token after the expression that begins at {@code i}: a comma, a colon, a semicolon or a closing bracket. */
    static int expressionEnd(List<JsToken> tokens, int[] partner, int i) {
        int questions = 0;
        for (; i < tokens.size() && !tokens.get(i).closes(); i++) {
            JsToken token = tokens.get(i);
            if (token.is(",") || token.is(";") || (token.is(":") && questions-- == 0)) {
                return i;
            }
            if (token.is("?")) {
                questions++;
            }
            i = Math.max(i, partner[i]);
        }
        return i;
    }

    /** The token after the statement that begins at {@code i}. */
    static int statementEnd(List<JsToken> tokens, int[] partner, int i) {
        if (tokens.get(i).is("{")) {
            return partner[i] + 1;
        }
        if (tokens.get(i).is("for")
                || tokens.get(i).is("while")
                || tokens.get(i).is("if")) {
            int end = statementEnd(tokens, partner, partner[tokens.get(i + 1).is("await") ? i + 2 : i + 1] + 1);
            boolean goesOn = tokens.get(i).is("if")
                    && end < tokens.size()
                    && tokens.get(end).is("else");
            return goesOn ? statementEnd(tokens, partner, end + 1) : end;
        }
        while (i < tokens.size() && !tokens.get(i).is(";") && !tokens.get(i).closes()) {
            i = Math.max(i, partner[i]) + 1;
        }
        return i < tokens.size() && tokens.get(i).is(";") ? i + 1 : i;
    }
}
