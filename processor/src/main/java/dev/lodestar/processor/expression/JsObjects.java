package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.Lexer;
import dev.lodestar.processor.javascript.NotJavaScript;
import dev.lodestar.processor.javascript.Token;
import dev.lodestar.processor.javascript.Token.Kind;

/** Parses object literals of JavaScript. */
final class JsObjects {
    private final JsCursor cursor;
    private final JsExpressions expressions;
    private final JsStatements statements;

    JsObjects(JsCursor cursor, JsExpressions expressions, JsStatements statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
    }

    void object() throws NotJavaScript {
        cursor.expect("{");
        while (!cursor.accept("}")) {
            if (cursor.accept("...")) {
                expressions.assignment(true);
            } else {
                property();
            }
            cursor.separate("}");
        }
    }

    private void property() throws NotJavaScript {
        if (isPrefix("get") || isPrefix("set")) {
            throw cursor.fault("a property cannot have a getter or a setter in an expression");
        }
        boolean async = isPrefix("async") && cursor.accept("async");
        Token first = cursor.token();
        key(cursor, expressions);
        if (async || cursor.at("(")) {
            statements.functions().method(async);
        } else if (cursor.accept(":")) {
            expressions.assignment(true);
        } else if (!JsCursor.isName(first)) {
            throw cursor.unexpected(":");
        }
    }

    private boolean isPrefix(String word) throws NotJavaScript {
        Token next = cursor.following();
        return cursor.at(word)
                && !(next.is(":") || next.is("(") || next.is(",") || next.is("}") || next.kind() == Kind.END);
    }

    /** Parses a property's name. */
    static void key(JsCursor cursor, JsExpressions expressions) throws NotJavaScript {
        Token key = cursor.token();
        if (cursor.accept("[")) {
            expressions.assignment(true);
            cursor.expect("]");
        } else if (key.text().indexOf(Lexer.VALUE) >= 0) {
            throw cursor.fault(
                    "a value in a property's name needs brackets, as in {[{{name}}]: 1} or {['a{{name}}']: 1}");
        } else if (key.kind() == Kind.NAME || key.kind() == Kind.STRING || key.kind() == Kind.NUMBER) {
            cursor.take();
        } else {
            throw cursor.unexpected("a property's name");
        }
    }
}
