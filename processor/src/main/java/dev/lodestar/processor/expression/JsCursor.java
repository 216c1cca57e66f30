package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.Lexer;
import dev.lodestar.processor.javascript.NotJavaScript;
import dev.lodestar.processor.javascript.Token;
import dev.lodestar.processor.javascript.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Walks through JavaScript token by token for the parser, and collects the replacements that it decides on. */
final class JsCursor {
    /** Words that are not names in a module. */
    private static final Set<String> RESERVED = Set.of(
            ("await break case catch class const continue debugger default delete do else enum export extends false finally"
                            + " for function if implements import in instanceof interface let new null package private"
                            + " protected public return static super switch this throw true try typeof var void while"
                            + " with yield")
                    .split(" "));

    private final String code;
    private final Lexer lexer;
    private final List<Edit> edits = new ArrayList<>();
    private Token token;
    private int takenUntil;

    /** A replacement for a part of the code. */
    private record Edit(int start, int end, String text) {}

    /** A place to return to. */
    record Mark(Token token, int edits) {}

    JsCursor(String code) throws NotJavaScript {
        this.code = code;
        this.lexer = new Lexer(code);
        this.token = lexer.read(0);
    }

    Token token() {
        return token;
    }

    /** The offset after the token that was taken last. */
    int takenUntil() {
        return takenUntil;
    }

    Lexer lexer() {
        return lexer;
    }

    Token following() throws NotJavaScript {
        return lexer.read(token.end());
    }

    boolean at(String wanted) {
        return token.is(wanted);
    }

    boolean at(Kind kind) {
        return token.kind() == kind;
    }

    /** Whether a token is a name that can be declared and read. */
    static boolean isName(Token token) {
        return token.kind() == Kind.NAME && !RESERVED.contains(token.text());
    }

    Token take() throws NotJavaScript {
        Token taken = token;
        token = lexer.read(taken.end());
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

    /** Continues at an offset, where a token begins. */
    void goTo(int offset) throws NotJavaScript {
        takenUntil = offset;
        token = lexer.read(offset);
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
        return code.substring(start, end).indexOf(Lexer.VALUE) >= 0;
    }

    /** The name of the value at an offset. */
    String value(int offset) {
        return JsFunction.value((int)
                code.substring(0, offset).chars().filter(c -> c == Lexer.VALUE).count());
    }

    /** A part of the code in which each value is replaced by its name, between two texts. */
    String filled(int start, int end, String before, String after) {
        StringBuilder filled = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (code.charAt(i) == Lexer.VALUE) {
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
