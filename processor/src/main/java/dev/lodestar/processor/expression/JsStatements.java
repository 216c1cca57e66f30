package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.NotJavaScript;
import dev.lodestar.processor.javascript.Token.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Parses statements and functions of JavaScript, in the strict mode of a module. */
final class JsStatements {
    private static final Map<String, String> REFUSED = Map.of(
            "class", "a class is not allowed in an expression: move it to a script",
            "with", "with is not part of a module's JavaScript",
            "import", "import is for whole scripts; write await import('…') in an async function",
            "export", "export is for whole scripts");

    private final JsCursor cursor;
    private final JsExpressions expressions;
    private final JsFunctions functions;
    private JsScope scope;

    private JsStatements(JsCursor cursor, List<String> parameters) {
        this.cursor = cursor;
        this.expressions = new JsExpressions(cursor, this);
        this.functions = new JsFunctions(cursor, expressions, this);
        this.scope = JsScope.outermost(parameters);
    }

    /** Parses the body of a function with these parameters. */
    static void readBody(JsCursor cursor, List<String> parameters) throws NotJavaScript {
        JsStatements statements = new JsStatements(cursor, parameters);
        while (!cursor.at(Kind.END)) {
            statements.statement();
        }
    }

    /** Parses a body whose last statement, from an offset on, is a value, and puts {@code return} before it. */
    static void readValue(JsCursor cursor, List<String> parameters, int last) throws NotJavaScript {
        JsStatements statements = new JsStatements(cursor, parameters);
        while (cursor.token().start() < last) {
            statements.statement();
        }
        if (cursor.takenUntil() > last) {
            throw new NotJavaScript(last, "what follows the last ; is its value, and must be one by itself");
        }
        cursor.replace(last, last, "return (");
        statements.expressions.expression(true);
        if (!cursor.at(Kind.END)) {
            throw cursor.unexpected("its end or an operator");
        }
        cursor.replace(cursor.token().end(), cursor.token().end(), "\n);");
    }

    JsFunctions functions() {
        return functions;
    }

    JsScope scope() {
        return scope;
    }

    /** Parses a part of the code. */
    interface Reading {
        void read() throws NotJavaScript;
    }

    void within(JsScope inside, Reading reading) throws NotJavaScript {
        JsScope outside = scope;
        scope = inside;
        try {
            reading.read();
        } finally {
            scope = outside;
        }
    }

    void block(JsScope inside) throws NotJavaScript {
        cursor.expect("{");
        within(inside, () -> {
            while (!cursor.at("}") && !cursor.at(Kind.END)) {
                statement();
            }
        });
        cursor.expect("}");
    }

    private void statement() throws NotJavaScript {
        String word = cursor.token().text();
        switch (word) {
            case "let", "const" -> {
                declarations(true);
                cursor.endStatement();
            }
            case "function" -> functions.declaration();
            case "async" -> {
                if (cursor.following().is("function") && !cursor.following().afterLine()) {
                    functions.declaration();
                } else {
                    embedded(word);
                }
            }
            default -> embedded(word);
        }
    }

    /** A statement that is part of another one, and so declares nothing itself. */
    private void embedded() throws NotJavaScript {
        String word = cursor.token().text();
        if (word.equals("let") || word.equals("const") || word.equals("function")) {
            throw cursor.fault(word + " needs a block around it here");
        }
        embedded(word);
    }

    private void embedded(String word) throws NotJavaScript {
        String refused = REFUSED.get(word);
        if (refused != null && !(word.equals("import") && cursor.following().is("("))) {
            throw cursor.fault(refused);
        }
        switch (word) {
            case ";" -> cursor.take();
            case "{" -> block(scope.block());
            case "var" -> {
                declarations(true);
                cursor.endStatement();
            }
            case "if" -> {
                condition();
                embedded();
                if (cursor.accept("else")) {
                    embedded();
                }
            }
            case "while" -> {
                condition();
                within(scope.loop(), this::embedded);
            }
            case "do" -> repeated();
            case "for" -> within(scope.loop(), this::loop);
            case "switch" -> choice();
            case "try" -> attempt();
            case "return", "throw" -> left(word);
            case "break", "continue" -> interrupted(word);
            case "debugger" -> {
                cursor.take();
                cursor.endStatement();
            }
            default -> expressionStatement();
        }
    }

    private void expressionStatement() throws NotJavaScript {
        if (JsCursor.isName(cursor.token()) && cursor.following().is(":")) {
            throw cursor.fault(
                    "a label is not allowed in an expression; an object needs parentheses around its" + " braces");
        }
        if (cursor.token().text().matches("(['\"])use strict\\1")) {
            throw cursor.fault("a module is strict anyway");
        }
        expressions.expression(true);
        cursor.endStatement();
    }

    private void condition() throws NotJavaScript {
        cursor.take();
        cursor.expect("(");
        expressions.expression(true);
        cursor.expect(")");
    }

    private void repeated() throws NotJavaScript {
        cursor.take();
        within(scope.loop(), this::embedded);
        if (!cursor.at("while")) {
            throw cursor.unexpected("while");
        }
        condition();
        cursor.accept(";");
    }

    private void loop() throws NotJavaScript {
        cursor.expect("for");
        boolean waits = scope.isAsync && cursor.accept("await");
        cursor.expect("(");
        boolean over = cursor.at("let") || cursor.at("const") || cursor.at("var") ? declarations(false) : start();
        if (over) {
            boolean of = cursor.take().is("of");
            if (of) {
                expressions.assignment(true);
            } else {
                expressions.expression(true);
            }
        } else {
            if (waits) {
                throw cursor.unexpected("of");
            }
            cursor.expect(";");
            rest(";");
            rest(")");
        }
        cursor.expect(")");
        within(scope.loop(), this::embedded);
    }

    /** Parses the start of a loop that declares nothing; returns whether it iterates over something. */
    private boolean start() throws NotJavaScript {
        if (cursor.at(";")) {
            return false;
        }
        if (cursor.at("async") && cursor.following().is("of")) {
            throw cursor.unexpected("another name");
        }
        JsCursor.Mark mark = cursor.mark();
        try {
            new JsPatterns(cursor, expressions, null).element();
            if (cursor.at("of") || cursor.at("in")) {
                return true;
            }
        } catch (NotJavaScript none) {
            // so it is an expression
        }
        cursor.goBack(mark);
        expressions.expression(false);
        return false;
    }

    private void rest(String end) throws NotJavaScript {
        if (!cursor.at(end)) {
            expressions.expression(true);
        }
        if (end.equals(";")) {
            cursor.expect(end);
        }
    }

    /**
     * Parses {@code let}, {@code const} or {@code var} and what they declare.
     *
     * @param isStatement whether it is a statement rather than the start of a loop
     * @return whether a loop iterates over something
     */
    private boolean declarations(boolean isStatement) throws NotJavaScript {
        String word = cursor.take().text();
        Predicate<String> declare = word.equals("var") ? scope::declareVar : scope::declare;
        boolean isFirst = true;
        do {
            boolean isPattern = cursor.at("[") || cursor.at("{");
            if (cursor.at("let")) {
                throw cursor.unexpected("a name");
            }
            new JsPatterns(cursor, expressions, declare).element();
            if (!isStatement && isFirst && (cursor.at("of") || cursor.at("in"))) {
                return true;
            }
            isFirst = false;
            if (cursor.accept("=")) {
                expressions.assignment(isStatement);
            } else if (isPattern || word.equals("const")) {
                throw cursor.unexpected("= and a value");
            }
        } while (cursor.accept(","));
        return false;
    }

    private void choice() throws NotJavaScript {
        condition();
        cursor.expect("{");
        within(scope.choice(), () -> {
            boolean hasDefault = false;
            while (!cursor.at("}")) {
                if (!hasDefault && cursor.accept("default")) {
                    hasDefault = true;
                } else {
                    cursor.expect("case");
                    expressions.expression(true);
                }
                cursor.expect(":");
                while (!cursor.at("case") && !cursor.at("default") && !cursor.at("}") && !cursor.at(Kind.END)) {
                    statement();
                }
            }
        });
        cursor.expect("}");
    }

    private void attempt() throws NotJavaScript {
        cursor.take();
        block(scope.block());
        boolean caught = cursor.accept("catch");
        if (caught) {
            JsScope inside = scope.block();
            if (cursor.accept("(")) {
                boolean isPattern = cursor.at("[") || cursor.at("{");
                new JsPatterns(cursor, expressions, isPattern ? inside::declare : inside::declareParameter).element();
                cursor.expect(")");
            }
            block(inside);
        }
        if (cursor.accept("finally")) {
            block(scope.block());
        } else if (!caught) {
            throw cursor.unexpected("catch or finally");
        }
    }

    private void left(String word) throws NotJavaScript {
        cursor.take();
        boolean ends = cursor.at(";")
                || cursor.at("}")
                || cursor.at(Kind.END)
                || cursor.token().afterLine();
        if (!ends) {
            expressions.expression(true);
        } else if (word.equals("throw")) {
            throw cursor.unexpected("a value on the same line");
        }
        cursor.endStatement();
    }

    private void interrupted(String word) throws NotJavaScript {
        if (word.equals("break") ? !scope.isBreakable : !scope.isLoop) {
            throw cursor.fault(word + " is outside a loop");
        }
        cursor.take();
        cursor.endStatement();
    }
}
