package dev.lodestar.processor.template.step;

/**
 * Decides whether a section is written.
 *
 * @param value the value that is tested
 * @param test what makes it true
 * @param negated whether the section is written if the test fails
 */
public record Condition(Value value, Test test, boolean negated) {
    public enum Test {
        /** A boolean that is true. */
        TRUE,
        /** Anything but null or an empty {@code Optional}. */
        PRESENT,
        /** A {@code String} that is neither null nor empty. */
        TEXT,
        /** {@code Html} that is neither null nor empty. */
        MARKUP,
        /** Several values, at least one of which exists. */
        ELEMENTS
    }

    public static Condition present(Local local) {
        return new Condition(Value.of(local), Test.PRESENT, false);
    }
}
