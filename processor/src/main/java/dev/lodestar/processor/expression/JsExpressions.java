package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.NotJavaScript;
import dev.lodestar.processor.javascript.Token;
import dev.lodestar.processor.javascript.Token.Kind;
import java.util.HashSet;
import java.util.Set;

/** Parses expressions of JavaScript, and rejects what a browser would reject before it runs anything. */
final class JsExpressions {
    private static final Set<String> ASSIGNMENTS = Set.of(
            "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "^=", "|=", "&&=", "||=", "??=");
    private static final Set<String> BINARY = Set.of(
            "|",
            "^",
            "&",
            "==",
            "!=",
            "===",
            "!==",
            "<",
            ">",
            "<=",
            ">=",
            "instanceof",
            "in",
            "<<",
            ">>",
            ">>>",
            "+",
            "-",
            "*",
            "/",
            "%",
            "**");
    private static final Set<String> UNARY = Set.of("delete", "void", "typeof", "+", "-", "~", "!");

    private final JsCursor cursor;
    private final JsStatements statements;
    private final JsOperands operands;
    /** Offsets where no pattern begins: without these, nested code would be parsed twice at each level. */
    private final Set<Integer> values = new HashSet<>();

    JsExpressions(JsCursor cursor, JsStatements statements) {
        this.cursor = cursor;
        this.statements = statements;
        this.operands = new JsOperands(cursor, this, statements);
    }

    JsOperands operands() {
        return operands;
    }

    /** @param in whether {@code in} may be an operator in it */
    void expression(boolean in) throws NotJavaScript {
        sequence(in);
    }

    JsForm sequence(boolean in) throws NotJavaScript {
        JsForm form = assigned(in);
        while (cursor.accept(",")) {
            assignment(in);
            form = JsForm.VALUE;
        }
        return form;
    }

    void assignment(boolean in) throws NotJavaScript {
        assigned(in);
    }

    private JsForm assigned(boolean in) throws NotJavaScript {
        if (statements.functions().arrow(in) || destructuring(in)) {
            return JsForm.VALUE;
        }
        JsForm left = conditional(in);
        if (cursor.at(Kind.PUNCTUATOR) && ASSIGNMENTS.contains(cursor.token().text())) {
            requireTarget(left);
            cursor.take();
            assignment(in);
            return JsForm.VALUE;
        }
        return left;
    }

    private void requireTarget(JsForm form) throws NotJavaScript {
        if (!form.isTarget()) {
            throw cursor.fault(
                    "nothing can be assigned to what precedes " + cursor.token().text());
        }
    }

    private boolean destructuring(boolean in) throws NotJavaScript {
        JsCursor.Mark mark = cursor.mark();
        if (!cursor.at("[") && !cursor.at("{") || values.contains(mark.token().start())) {
            return false;
        }
        try {
            new JsPatterns(cursor, this, null).pattern();
            if (!cursor.at("=")) {
                throw cursor.unexpected("=");
            }
        } catch (NotJavaScript none) {
            cursor.goBack(mark);
            values.add(mark.token().start());
            return false;
        }
        cursor.take();
        assignment(in);
        return true;
    }

    private JsForm conditional(boolean in) throws NotJavaScript {
        JsForm form = alternatives(in);
        if (cursor.accept("?")) {
            assignment(true);
            cursor.expect(":");
            assignment(in);
            return JsForm.VALUE;
        }
        return form;
    }

    private JsForm alternatives(boolean in) throws NotJavaScript {
        JsForm form = binary(in);
        String first = cursor.token().text();
        boolean missing = cursor.at("??");
        while (cursor.at("??") || cursor.at("||") || cursor.at("&&")) {
            if (cursor.at("??") != missing) {
                throw cursor.fault(first + " and " + cursor.token().text() + " cannot be mixed without parentheses");
            }
            cursor.take();
            binary(in);
            form = JsForm.VALUE;
        }
        return form;
    }

    private JsForm binary(boolean in) throws NotJavaScript {
        JsForm form = unary();
        while (BINARY.contains(cursor.token().text()) && (in || !cursor.at("in"))) {
            if (cursor.at("**") && form == JsForm.UNARY) {
                throw cursor.fault("what precedes ** needs parentheses");
            }
            cursor.take();
            JsForm right = unary();
            form = right == JsForm.UNARY ? JsForm.UNARY : JsForm.VALUE;
        }
        return form == JsForm.UNARY ? JsForm.VALUE : form;
    }

    private JsForm unary() throws NotJavaScript {
        boolean waits = cursor.at("await") && statements.scope().isAsync;
        if (waits || UNARY.contains(cursor.token().text())) {
            boolean deletes = cursor.take().is("delete");
            if (unary() == JsForm.NAME && deletes) {
                throw cursor.fault("only a property can be deleted, as in delete a.b");
            }
            return JsForm.UNARY;
        }
        if (cursor.at("++") || cursor.at("--")) {
            Token operator = cursor.take();
            if (!unary().isTarget()) {
                throw new NotJavaScript(operator.start(), "nothing can be assigned to what follows " + operator.text());
            }
            return JsForm.VALUE;
        }
        JsForm form = operands.read();
        if ((cursor.at("++") || cursor.at("--")) && !cursor.token().afterLine()) {
            requireTarget(form);
            cursor.take();
            return JsForm.VALUE;
        }
        return form;
    }
}
