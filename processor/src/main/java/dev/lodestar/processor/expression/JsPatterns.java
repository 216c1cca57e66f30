package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.NotJavaScript;
import dev.lodestar.processor.javascript.Token;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parses patterns of JavaScript, such as <code>[a, {b = 1}]</code>, that declare names or assign to existing ones. */
final class JsPatterns {
    private final JsCursor cursor;
    private final JsExpressions expressions;
    private final @Nullable Predicate<String> declare;

    /** @param declare declares a name and returns whether it could; null to assign */
    JsPatterns(JsCursor cursor, JsExpressions expressions, @Nullable Predicate<String> declare) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.declare = declare;
    }

    /** A name, another target, or a pattern of them. */
    void element() throws NotJavaScript {
        if (cursor.at("[") || cursor.at("{")) {
            pattern();
        } else if (declare == null) {
            if (!expressions.operands().read().isTarget()) {
                throw cursor.unexpected("what can be assigned to before this");
            }
        } else {
            Token name = cursor.token();
            if (!JsCursor.isName(name) || name.is("eval") || name.is("arguments")) {
                throw cursor.unexpected("a name");
            }
            if (!declare.test(name.text())) {
                throw cursor.fault(name.text() + " is already declared");
            }
            cursor.take();
        }
    }

    /** An element that may have a default for a missing value. */
    void elementOrDefault() throws NotJavaScript {
        element();
        if (cursor.accept("=")) {
            expressions.assignment(true);
        }
    }

    void pattern() throws NotJavaScript {
        if (cursor.accept("[")) {
            while (!cursor.accept("]")) {
                if (cursor.accept("...")) {
                    last("]");
                } else if (!cursor.accept(",")) {
                    item("]");
                }
            }
        } else {
            cursor.expect("{");
            while (!cursor.accept("}")) {
                property();
            }
        }
    }

    /** One element of several. */
    void item(String end) throws NotJavaScript {
        elementOrDefault();
        cursor.separate(end);
    }

    /** The element that takes the rest, which must be the last. */
    void last(String end) throws NotJavaScript {
        element();
        if (!cursor.at(end)) {
            throw cursor.unexpected(end);
        }
    }

    private void property() throws NotJavaScript {
        Token next = cursor.following();
        if (cursor.accept("...")) {
            if (cursor.at("[") || cursor.at("{")) {
                throw cursor.unexpected("a name");
            }
            last("}");
        } else if (next.is(",") || next.is("}") || next.is("=")) {
            if (!JsCursor.isName(cursor.token())) {
                throw cursor.unexpected("a name");
            }
            item("}");
        } else {
            JsObjects.key(cursor, expressions);
            cursor.expect(":");
            item("}");
        }
    }
}
