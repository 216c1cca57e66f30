package dev.lodestar.processor.expression;

import dev.lodestar.processor.expression.JsToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The way of a reader through JavaScript, one token after the other, and what it has found to be written otherwise. */
final class JsCursor {
    /** What is no name in a module. */
    private static final Set<String> RESERVED = Set.of(
            ("await break case catch class const continue debugger default delete do else enum export extends false finally"
                            + " for function if implements import in instanceof interface let new null package private"
                            + " protected public return static super switch this throw true try typeof var void while"
                            + " with yield")
                    .split(" "));

    private final String code;
    private final JsLexer lexer;
    private final List<Edit> edits = new ArrayList<>();
    private JsToken token;
    private int takenUntil;

    /** Something to write in place of a part of the code. */
    private record Edit(int start, int end, String text) {}

    /** A place to go back to. */
    record Mark(JsToken token, int edits) {}

    JsCursor(String code) throws NotJavaScript {
        this.code = code;
        this.lexer = new JsLexer(code);
        this.token = lexer.next(0);
    }

    JsToken token() {
        return token;
    }

    /** Where the token ends that was taken last. */
    int takenUntil() {
        return takenUntil;
    }

    JsLexer lexer() {
        return lexer;
    }

    JsToken following() throws NotJavaScript {
        return lexer.next(token.end());
    }

    boolean at(String wanted) {
        return token.is(wanted);
    }

    boolean at(Kind kind) {
        return token.kind() == kind;
    }

    /** Whether a token is a name that can be declared and read. */
    static boolean isName(JsToken token) {
        return token.kind() == Kind.NAME && !RESERVED.contains(token.text());
    }

    JsToken take() throws NotJavaScript {
        JsToken taken = token;
        token = lexer.next(taken.end());
        takenUntil = taken.end();
        return taken;
    }

    boolean accept(String wanted) throws NotJavaScript {
        boolean found = at(wanted);
        if (found) {
            take();
        }
        return found;
    }

    void expect(String wanted) throws NotJavaScript {
        if (!accept(wanted)) {
            throw unexpected(wanted);
        }
    }

    /** Takes a comma, unless a list ends here. */
    void separate(String end) throws NotJavaScript {
        if (!at(end) && !accept(",")) {
            throw unexpected(", or " + end);
        }
    }

    /** Goes on at an offset, with a token that begins there. */
    void goTo(int offset) throws NotJavaScript {
        takenUntil = offset;
        token = lexer.next(offset);
    }

    Mark mark() {
        return new Mark(token, edits.size());
    }

    void goBack(Mark mark) {
        token = mark.token();
        edits.subList(mark.edits(), edits.size()).clear();
    }

    void endStatement() throws NotJavaScript {
        if (!accept(";") && !at("}") && !at(Kind.END) && !token.afterLine()) {
            throw unexpected("; or an operator");
        }
    }

    NotJavaScript unexpected(String wanted) {
        String found = at(Kind.END) ? "ends" : at(Kind.VALUE) ? "has a value" : "has " + token.text();
        return fault("it " + found + " where " + wanted + " is expected");
    }

    NotJavaScript fault(String message) {
        return new NotJavaScript(token.start(), message);
    }

    void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    boolean hasValue(int start, int end) {
        return code.substring(start, end).indexOf(JsLexer.VALUE) >= 0;
    }

    /** The name of the value at an offset. */
    String value(int offset) {
        return JsFunction.value((int) code.substring(0, offset)
                .chars()
                .filter(c -> c == JsLexer.VALUE)
                .count());
    }

    /** A part of the code with the name of each value in its place, between two texts. */
    String filled(int start, int end, String before, String after) {
        StringBuilder filled = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (code.charAt(i) == JsLexer.VALUE) {
                filled.append(before).append(value(i)).append(after);
            } else {
                filled.append(code.charAt(i));
            }
        }
        return filled.toString();
    }

    /** The code with all replacements. */
    String edited() {
        StringBuilder edited = new StringBuilder();
        int from = 0;
        for (Edit edit : edits) {
            edited.append(code, from, edit.start()).append(edit.text());
            from = edit.end();
        }
        return edited.append(code.substring(from)).toString();
    }
}
