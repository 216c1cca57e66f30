package dev.lodestar.processor.expression;

import dev.lodestar.processor.expression.JsToken.Kind;
import java.util.Set;
import java.util.regex.Matcher;

/** Reads expressions of JavaScript, and refuses what a browser would refuse before it runs anything. */
final class JsExpressions {
    /** What an expression can be besides a value. */
    private enum Form {
        VALUE,
        /** One that {@code **} cannot follow. */
        UNARY,
        NAME,
        MEMBER;

        boolean isTarget() {
            return this == NAME || this == MEMBER;
        }
    }

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
    private static final Set<String> WORDS = Set.of("this", "null", "true", "false");
    private static final Set<String> NOT_ASSIGNABLE = Set.of("eval", "arguments");

    private final JsCursor cursor;
    private final JsStatements statements;

    JsExpressions(JsCursor cursor, JsStatements statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    /** @param in whether {@code in} may be an operator in it */
    void expression(boolean in) throws NotJavaScript {
        sequence(in);
    }

    private Form sequence(boolean in) throws NotJavaScript {
        Form form = assigned(in);
        while (cursor.accept(",")) {
            assignment(in);
            form = Form.VALUE;
        }
        return form;
    }

    void assignment(boolean in) throws NotJavaScript {
        assigned(in);
    }

    private Form assigned(boolean in) throws NotJavaScript {
        if (arrow(in) || destructuring(in)) {
            return Form.VALUE;
        }
        Form left = conditional(in);
        if (cursor.at(Kind.PUNCTUATOR) && ASSIGNMENTS.contains(cursor.token().text())) {
            requireTarget(left);
            cursor.take();
            assignment(in);
            return Form.VALUE;
        }
        return left;
    }

    private void requireTarget(Form form) throws NotJavaScript {
        if (!form.isTarget()) {
            throw cursor.fault("nothing can be assigned to what stands before "
                    + cursor.token().text());
        }
    }

    private boolean arrow(boolean in) throws NotJavaScript {
        JsCursor.Mark mark = cursor.mark();
        boolean async = cursor.at("async")
                && (JsCursor.isName(cursor.following()) || cursor.following().is("("))
                && !cursor.following().afterLine();
        if (async) {
            cursor.take();
        }
        if (!cursor.at("(") && !JsCursor.isName(cursor.token())) {
            cursor.goBack(mark);
            return false;
        }
        JsScope inside = statements.scope().function(async);
        try {
            statements.arrowParameters(inside);
            if (!cursor.at("=>") || cursor.token().afterLine()) {
                throw cursor.unexpected("=>");
            }
        } catch (NotJavaScript none) {
            cursor.goBack(mark);
            return false;
        }
        cursor.take();
        statements.arrowBody(inside, in);
        return true;
    }

    private boolean destructuring(boolean in) throws NotJavaScript {
        if (!cursor.at("[") && !cursor.at("{")) {
            return false;
        }
        JsCursor.Mark mark = cursor.mark();
        try {
            new JsPatterns(cursor, this, null).pattern();
            if (!cursor.at("=")) {
                throw cursor.unexpected("=");
            }
        } catch (NotJavaScript none) {
            cursor.goBack(mark);
            return false;
        }
        cursor.take();
        assignment(in);
        return true;
    }

    private Form conditional(boolean in) throws NotJavaScript {
        Form form = alternatives(in);
        if (cursor.accept("?")) {
            assignment(true);
            cursor.expect(":");
            assignment(in);
            return Form.VALUE;
        }
        return form;
    }

    private Form alternatives(boolean in) throws NotJavaScript {
        Form form = binary(in);
        String first = cursor.token().text();
        boolean missing = cursor.at("??");
        while (cursor.at("??") || cursor.at("||") || cursor.at("&&")) {
            if (cursor.at("??") != missing) {
                throw cursor.fault(first + " and " + cursor.token().text() + " stand side by side without brackets");
            }
            cursor.take();
            binary(in);
            form = Form.VALUE;
        }
        return form;
    }

    private Form binary(boolean in) throws NotJavaScript {
        Form form = unary();
        while (BINARY.contains(cursor.token().text()) && (in || !cursor.at("in"))) {
            if (cursor.at("**") && form == Form.UNARY) {
                throw cursor.fault("what stands before ** needs brackets");
            }
            cursor.take();
            Form right = unary();
            form = right == Form.UNARY ? Form.UNARY : Form.VALUE;
        }
        return form == Form.UNARY ? Form.VALUE : form;
    }

    private Form unary() throws NotJavaScript {
        boolean waits = cursor.at("await") && statements.scope().isAsync;
        if (waits || UNARY.contains(cursor.token().text())) {
            boolean deletes = cursor.take().is("delete");
            if (unary() == Form.NAME && deletes) {
                throw cursor.fault("only a property can be deleted, as in delete a.b");
            }
            return Form.UNARY;
        }
        if (cursor.at("++") || cursor.at("--")) {
            JsToken operator = cursor.take();
            if (!unary().isTarget()) {
                throw new NotJavaScript(
                        operator.start(), "nothing can be assigned to what stands after " + operator.text());
            }
            return Form.VALUE;
        }
        Form form = leftHandSide();
        if ((cursor.at("++") || cursor.at("--")) && !cursor.token().afterLine()) {
            requireTarget(form);
            cursor.take();
            return Form.VALUE;
        }
        return form;
    }

    /** Whether something can be assigned to it. */
    boolean target() throws NotJavaScript {
        return leftHandSide().isTarget();
    }

    private Form leftHandSide() throws NotJavaScript {
        Form form = cursor.at("new") ? created() : primary();
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
                form = optional ? Form.VALUE : Form.MEMBER;
                continue;
            } else if (cursor.at("`") && !optional) {
                template();
            } else {
                return form;
            }
            form = Form.VALUE;
        }
    }

    private Form created() throws NotJavaScript {
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
            throw cursor.fault("new cannot be followed by ?. without brackets");
        }
        return Form.VALUE;
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
            expression(true);
            cursor.expect("]");
        }
        return found;
    }

    private void arguments() throws NotJavaScript {
        cursor.expect("(");
        while (!cursor.accept(")")) {
            cursor.accept("...");
            assignment(true);
            cursor.separate(")");
        }
    }

    private Form primary() throws NotJavaScript {
        JsToken token = cursor.token();
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
            case END -> throw cursor.unexpected("a value");
        }
        return Form.VALUE;
    }

    private Form word() throws NotJavaScript {
        JsToken token = cursor.token();
        if (statements.function()) {
            return Form.VALUE;
        }
        if (token.is("import") && cursor.following().is("(")) {
            cursor.take();
            cursor.take();
            assignment(true);
            cursor.accept(",");
            cursor.expect(")");
            return Form.VALUE;
        }
        if (!JsCursor.isName(token) && !WORDS.contains(token.text())) {
            throw cursor.unexpected("a value");
        }
        cursor.take();
        return JsCursor.isName(token) && !NOT_ASSIGNABLE.contains(token.text()) ? Form.NAME : Form.VALUE;
    }

    private Form bracketed(JsToken token) throws NotJavaScript {
        switch (token.text()) {
            case "(" -> {
                cursor.take();
                Form form = sequence(true);
                cursor.expect(")");
                return form;
            }
            case "[" -> array();
            case "{" -> new JsObjects(cursor, this, statements).object();
            case "`" -> template();
            case "/", "/=" -> regularExpression(token);
            default -> throw cursor.unexpected("a value");
        }
        return Form.VALUE;
    }

    private void array() throws NotJavaScript {
        cursor.expect("[");
        while (!cursor.accept("]")) {
            if (!cursor.accept(",")) {
                cursor.accept("...");
                assignment(true);
                cursor.separate("]");
            }
        }
    }

    /** A string with values in it becomes a sum. */
    private void string() throws NotJavaScript {
        JsToken token = cursor.take();
        if (token.text().indexOf(JsLexer.VALUE) >= 0) {
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
            expression(true);
            if (!cursor.at("}")) {
                throw cursor.unexpected("}");
            }
            from = cursor.token().end();
        }
    }

    /** It is made when it is needed: only then does a browser look at what is in it. */
    private void regularExpression(JsToken token) throws NotJavaScript {
        Matcher regex = cursor.lexer().regex(token.start());
        cursor.replace(
                regex.start(),
                regex.end(),
                "RegExp(" + JsFunction.quoted(regex.group(1)) + ", " + JsFunction.quoted(regex.group(2)) + ")");
        cursor.goTo(regex.end());
    }
}
