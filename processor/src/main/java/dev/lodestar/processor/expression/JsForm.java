package dev.lodestar.processor.expression;

/** What an expression of JavaScript can be besides a plain value. */
enum JsForm {
    VALUE,
    /** A unary expression, which {@code **} cannot follow. */
    UNARY,
    NAME,
    MEMBER;

    /** Whether something can be assigned to it. */
    boolean isTarget() {
        return this == NAME || this == MEMBER;
    }
}
