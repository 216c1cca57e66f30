package dev.lodestar.processor.template.mark;

import dev.lodestar.processor.expression.ExpressionModule;

/**
 * An attribute in a start tag.
 *
 * @param value its text, with {@link ExpressionModule#VALUE} in place of each value
 * @param isOptional whether sections decide if it is there
 * @param isVaried whether sections decide about its text, which is then that of all of them
 */
record Attribute(String name, String value, boolean isOptional, boolean isVaried) {
    /** Whether it is always there and always the same. */
    boolean isConstant() {
        return !isOptional && !isVaried && !hasValues();
    }

    boolean hasValues() {
        return value.indexOf(ExpressionModule.VALUE) >= 0;
    }

    boolean is(String other) {
        return name.equals(other);
    }
}
