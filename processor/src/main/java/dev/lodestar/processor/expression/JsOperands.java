package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.Lexer;
import dev.lodestar.processor.javascript.NotJavaScript;
import dev.lodestar.processor.javascript.Token;
import dev.lodestar.processor.javascript.Token.Kind;
import java.util.Set;

/** Parses the operands of JavaScript: literals, names, and what follows them without an operator. */
final class JsOperands {
    private static final Set<String> WORDS = Set.of("this", "null", "true", "false");
    private static final Set<String> NOT_ASSIGNABLE = Set.of("eval", "arguments");

    private final JsCursor cursor;
    private final JsExpressions expressions;
    private final JsStatements statements;

    JsOperands(JsCursor cursor, JsExpressions expressions, JsStatements statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
    }

    JsForm read() throws NotJavaScript {
        JsForm form = cursor.at("new") ? created() : primary();
        boolean optional = false;
        while (true) {
            if (cursor.accept("?.")) {
                optional = true;
                if (cursor.at("(")) {
                    arguments();
                } else if (!index()) {
                    memberName();
                }
            } else if (cursor.at("(")) {
                arguments();
            } else if (member()) {
                form = optional ? JsForm.VALUE : JsForm.MEMBER;
                continue;
            } else if (cursor.at("`") && !optional) {
                template();
            } else {
                return form;
            }
            form = JsForm.VALUE;
        }
    }

    private JsForm created() throws NotJavaScript {
        cursor.expect("new");
        if (cursor.at("import")) {
            throw cursor.unexpected("a class");
        }
        if (cursor.at("new")) {
            created();
        } else {
            primary();
        }
        while (member()) {}
        if (cursor.at("(")) {
            arguments();
        }
        if (cursor.at("?.")) {
            throw cursor.fault("new cannot be followed by ?. without parentheses");
        }
        return JsForm.VALUE;
    }

    private boolean member() throws NotJavaScript {
        if (cursor.accept(".")) {
            memberName();
            return true;
        }
        return index();
    }

    private void memberName() throws NotJavaScript {
        if (!cursor.at(Kind.NAME)) {
            throw cursor.unexpected("a name");
        }
        cursor.take();
    }

    private boolean index() throws NotJavaScript {
        boolean found = cursor.accept("[");
        if (found) {
            expressions.expression(true);
            cursor.expect("]");
        }
        return found;
    }

    private void arguments() throws NotJavaScript {
        cursor.expect("(");
        while (!cursor.accept(")")) {
            cursor.accept("...");
            expressions.assignment(true);
            cursor.separate(")");
        }
    }

    private JsForm primary() throws NotJavaScript {
        Token token = cursor.token();
        switch (token.kind()) {
            case NUMBER -> cursor.take();
            case STRING -> string();
            case VALUE ->
                cursor.replace(
                        token.start(), token.end(), cursor.value(cursor.take().start()));
            case NAME -> {
                return word();
            }
            case PUNCTUATOR -> {
                return bracketed(token);
            }
            default -> throw cursor.unexpected("a value");
        }
        return JsForm.VALUE;
    }

    private JsForm word() throws NotJavaScript {
        Token token = cursor.token();
        if (statements.functions().expression()) {
            return JsForm.VALUE;
        }
        if (token.is("import") && cursor.following().is("(")) {
            cursor.take();
            cursor.take();
            expressions.assignment(true);
            cursor.accept(",");
            cursor.expect(")");
            return JsForm.VALUE;
        }
        if (!JsCursor.isName(token) && !WORDS.contains(token.text())) {
            throw cursor.unexpected("a value");
        }
        cursor.take();
        return JsCursor.isName(token) && !NOT_ASSIGNABLE.contains(token.text()) ? JsForm.NAME : JsForm.VALUE;
    }

    private JsForm bracketed(Token token) throws NotJavaScript {
        switch (token.text()) {
            case "(" -> {
                cursor.take();
                JsForm form = expressions.sequence(true);
                cursor.expect(")");
                return form;
            }
            case "[" -> array();
            case "{" -> new JsObjects(cursor, expressions, statements).object();
            case "`" -> template();
            case "/", "/=" -> regularExpression(token);
            default -> throw cursor.unexpected("a value");
        }
        return JsForm.VALUE;
    }

    private void array() throws NotJavaScript {
        cursor.expect("[");
        while (!cursor.accept("]")) {
            if (!cursor.accept(",")) {
                cursor.accept("...");
                expressions.assignment(true);
                cursor.separate("]");
            }
        }
    }

    /** A string that contains values becomes a concatenation. */
    private void string() throws NotJavaScript {
        Token token = cursor.take();
        if (token.text().indexOf(Lexer.VALUE) >= 0) {
            String quote = token.text().substring(0, 1);
            String sum = cursor.filled(token.start(), token.end(), quote + " + ", " + " + quote);
            cursor.replace(token.start(), token.end(), "(" + sum + ")");
        }
    }

    private void template() throws NotJavaScript {
        int from = cursor.token().end();
        while (true) {
            int end = cursor.lexer().templateEnd(from);
            if (cursor.hasValue(from, end)) {
                cursor.replace(from, end, cursor.filled(from, end, "${", "}"));
            }
            cursor.goTo(end + (cursor.lexer().isBacktick(end) ? 1 : 2));
            if (cursor.lexer().isBacktick(end)) {
                return;
            }
            expressions.expression(true);
            if (!cursor.at("}")) {
                throw cursor.unexpected("}");
            }
            from = cursor.token().end();
        }
    }

    /** It is created when it is needed: only then does a browser examine its content. */
    private void regularExpression(Token token) throws NotJavaScript {
        Lexer.Regex regex = cursor.lexer().regex(token.start());
        cursor.replace(
                token.start(),
                regex.end(),
                " RegExp(" + JsFunction.quoted(regex.source()) + ", " + JsFunction.quoted(regex.flags()) + ")");
        cursor.goTo(regex.end());
    }
}
