package dev.lodestar.processor.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is declared in a block of JavaScript, and which statements are allowed there. */
final class JsScope {
    private final @Nullable JsScope outer;
    private final boolean isFunction;
    private final Set<String> lexical = new HashSet<>();
    private final Set<String> others = new HashSet<>();

    /** Whether {@code await} is allowed here. */
    final boolean isAsync;

    /** Whether {@code continue} is allowed here. */
    final boolean isLoop;

    /** Whether {@code break} is allowed here. */
    final boolean isBreakable;

    private JsScope(@Nullable JsScope outer, boolean isFunction, boolean isAsync, boolean isLoop, boolean isBreakable) {
        this.outer = outer;
        this.isFunction = isFunction;
        this.isAsync = isAsync;
        this.isLoop = isLoop;
        this.isBreakable = isBreakable;
    }

    /** The body of an outermost function. */
    static JsScope outermost(List<String> parameters) {
        JsScope scope = new JsScope(null, true, false, false, false);
        scope.others.addAll(parameters);
        return scope;
    }

    JsScope function(boolean async) {
        return new JsScope(this, true, async, false, false);
    }

    JsScope block() {
        return new JsScope(this, false, isAsync, isLoop, isBreakable);
    }

    JsScope loop() {
        return new JsScope(this, false, isAsync, true, true);
    }

    JsScope choice() {
        return new JsScope(this, false, isAsync, isLoop, true);
    }

    /** Declares a name with {@code let}, {@code const} or the like; false if it is already declared. */
    boolean declare(String name) {
        return !others.contains(name) && lexical.add(name);
    }

    /** Declares a parameter; false if it is already declared. */
    boolean declareParameter(String name) {
        return others.add(name);
    }

    /** Declares a name with {@code var}; false if an enclosing block declares it otherwise. */
    boolean declareVar(String name) {
        others.add(name);
        return !lexical.contains(name) && (isFunction || outer == null || outer.declareVar(name));
    }

    /** Declares a function with a statement. */
    boolean declareFunction(String name) {
        return isFunction ? declareVar(name) : declare(name);
    }
}
