package dev.lodestar.processor.template;

/**
 * What decides whether a section is written.
 *
 * @param value the value that is tested
 * @param test what makes it true
 * @param negated whether the section is written when it is not
 */
record Condition(Value value, Test test, boolean negated) {
    enum Test {
        /** A boolean that is true. */
        TRUE,
        /** Anything but null or an empty {@code Optional}. */
        PRESENT,
        /** A {@code String} that is neither null nor empty. */
        TEXT,
        /** {@code Html} that is neither null nor empty. */
        MARKUP,
        /** Several values of which there is at least one. */
        ELEMENTS
    }

    static Condition present(Local local) {
        return new Condition(Value.of(local), Test.PRESENT, false);
    }
}
