package dev.lodestar.processor.javascript;

import dev.lodestar.processor.javascript.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The tokens of a script that nobody parses. What a slash means depends on what precedes it: after a value it divides,
 * elsewhere it begins a regular expression. After a closing bracket, the opening one decides.
 */
public final class Script {
    private static final Set<String> BEFORE_CONDITION = Set.of("if", "while", "for", "with");

    /** An open bracket: whether a value ends with it, and whether a template literal continues after it. */
    private record Bracket(boolean endsValue, boolean isSubstitution) {}

    private final String code;
    private final Lexer lexer;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private Token last = new Token(Kind.PUNCTUATOR, ";", 0, false);
    private int at;
    /** Whether the last token ends a value. */
    private boolean afterValue;
    /** Whether the last token is a name after a dot: {@code a.return} is not a keyword. */
    private boolean isMember;

    /** @param comments receives the comments between the tokens */
    public Script(String code, Lexer.Comments comments) {
        this.code = code;
        this.lexer = new Lexer(code, comments);
        int lineEnd = code.indexOf('\n');
        this.at = !code.startsWith("#!") ? 0 : lineEnd < 0 ? code.length() : lineEnd;
    }

    /** The next token; the end again and again, once it is reached. */
    public Token next() {
        Token token = lexer.next(at);
        boolean afterDot = last.is(".") || last.is("?.");
        if (token.kind() == Kind.PUNCTUATOR) {
            token = punctuator(token);
        } else {
            afterValue = token.kind() != Kind.NAME || afterDot || !LexicalState.precedesValue(token.text());
        }
        isMember = token.kind() == Kind.NAME && afterDot;
        last = token;
        at = token.end();
        return token;
    }

    /** Whether the last token is a name after a dot. */
    public boolean isMember() {
        return isMember;
    }

    private Token punctuator(Token token) {
        boolean endsValue = false;
        switch (token.text()) {
            case "`" -> {
                return template(token);
            }
            case "/", "/=" -> {
                int end = afterValue ? -1 : lexer.regexEnd(token.start());
                if (end >= 0) {
                    afterValue = true;
                    return new Token(Kind.REGEX, code.substring(token.start(), end), token.start(), token.afterLine());
                }
            }
            case "(" -> open.push(new Bracket(isMember || !isCondition(), false));
            case "[" -> open.push(new Bracket(true, false));
            case "{" -> open.push(new Bracket(isObject(), false));
            case ")", "]", "}" -> {
                Bracket opening = open.isEmpty() ? new Bracket(true, false) : open.pop();
                if (token.is("}") && opening.isSubstitution()) {
                    return template(token);
                }
                endsValue = opening.endsValue();
            }
            case "++", "--" -> endsValue = true;
            default -> {}
        }
        afterValue = endsValue;
        return token;
    }

    /** A template literal, or its part from a backtick or a closing brace to the next <code>${</code> or backtick. */
    private Token template(Token first) {
        int end = lexer.templatePartEnd(first.end());
        boolean goesOn = end >= 0 && !lexer.isBacktick(end);
        if (goesOn) {
            open.push(new Bracket(true, true));
        }
        afterValue = !goesOn;
        Kind kind = first.is("`") && !goesOn ? Kind.STRING : Kind.TEMPLATE;
        String text = code.substring(first.start(), end < 0 ? code.length() : goesOn ? end + 2 : end + 1);
        return new Token(kind, text, first.start(), first.afterLine());
    }

    private boolean isCondition() {
        return last.kind() == Kind.NAME && BEFORE_CONDITION.contains(last.text());
    }

    /** A brace opens an object where a value is expected, and a block where a statement is. */
    private boolean isObject() {
        String before = last.text();
        if (last.kind() == Kind.PUNCTUATOR) {
            return "=,([:?&|+!~<>".indexOf(before.charAt(before.length() - 1)) >= 0
                    && !before.equals("=>")
                    && !before.equals("++");
        }
        return last.kind() == Kind.NAME
                && LexicalState.precedesValue(before)
                && !before.equals("do")
                && !before.equals("else");
    }
}
