package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.NotJavaScript;
import java.util.HashSet;
import java.util.Set;

/** Parses functions of JavaScript. */
final class JsFunctions {
    private final JsCursor cursor;
    private final JsExpressions expressions;
    private final JsStatements statements;
    /** Offsets where no arrow function begins: without these, nested code would be parsed twice at each level. */
    private final Set<Integer> none = new HashSet<>();

    JsFunctions(JsCursor cursor, JsExpressions expressions, JsStatements statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
    }

    void declaration() throws NotJavaScript {
        boolean async = cursor.accept("async");
        cursor.expect("function");
        new JsPatterns(cursor, expressions, statements.scope()::declareFunction).element();
        method(async);
    }

    /** Parses a function expression, if there is one. */
    boolean expression() throws NotJavaScript {
        boolean async = cursor.at("async")
                && cursor.following().is("function")
                && !cursor.following().afterLine();
        if (!async && !cursor.at("function")) {
            return false;
        }
        if (async) {
            cursor.take();
        }
        cursor.take();
        if (!cursor.at("(")) {
            new JsPatterns(cursor, expressions, name -> true).element();
        }
        method(async);
        return true;
    }

    /** Parses a function's parameters and body. */
    void method(boolean async) throws NotJavaScript {
        JsScope inside = statements.scope().function(async);
        parameters(inside);
        statements.block(inside);
    }

    /**
     * Parses an arrow function, if there is one.
     *
     * @param in whether {@code in} may be an operator in it
     */
    boolean arrow(boolean in) throws NotJavaScript {
        JsCursor.Mark mark = cursor.mark();
        if (none.contains(mark.token().start())) {
            return false;
        }
        boolean async = cursor.at("async")
                && (JsCursor.isName(cursor.following()) || cursor.following().is("("))
                && !cursor.following().afterLine();
        if (async) {
            cursor.take();
        }
        JsScope inside = statements.scope().function(async);
        if (!arrowParameters(inside)) {
            cursor.goBack(mark);
            none.add(mark.token().start());
            return false;
        }
        cursor.expect("=>");
        if (cursor.at("{")) {
            statements.block(inside);
        } else {
            statements.within(inside, () -> expressions.assignment(in));
        }
        return true;
    }

    /** Whether parameters and an arrow follow, which only parsing them can tell. */
    private boolean arrowParameters(JsScope inside) {
        try {
            if (cursor.at("(")) {
                parameters(inside);
            } else if (JsCursor.isName(cursor.token())) {
                new JsPatterns(cursor, expressions, inside::declareParameter).element();
            } else {
                return false;
            }
            return cursor.at("=>") && !cursor.token().afterLine();
        } catch (NotJavaScript other) {
            return false;
        }
    }

    /** Parses parameters, in which {@code await} is not allowed. */
    private void parameters(JsScope inside) throws NotJavaScript {
        statements.within(statements.scope().function(false), () -> parameterList(inside));
    }

    private void parameterList(JsScope inside) throws NotJavaScript {
        cursor.expect("(");
        JsPatterns patterns = new JsPatterns(cursor, expressions, inside::declareParameter);
        while (!cursor.accept(")")) {
            if (cursor.accept("...")) {
                patterns.last(")");
            } else {
                patterns.item(")");
            }
        }
    }
}
