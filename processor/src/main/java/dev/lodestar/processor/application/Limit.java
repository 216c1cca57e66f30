package dev.lodestar.processor.application;

import java.math.BigDecimal;

/** A rule that a value from a request must satisfy. */
public sealed interface Limit {
    /** The sentence that refuses a value; if empty, one is made from {@link #rule}. */
    String message();

    /** The rule, completing a sentence that begins with the field: {@code must be at least 1}. */
    String rule();

    /**
     * A number of characters or elements.
     *
     * @param text whether it limits a text rather than a list
     */
    record Size(int min, int max, boolean text, String message) implements Limit {
        @Override
        public String rule() {
            String unit = text ? " character" : " element";
            return "must have " + count() + unit + ((hasMax() ? max : min) == 1 ? "" : "s");
        }

        private String count() {
            if (!hasMax()) {
                return "at least " + min;
            }
            if (min == 0) {
                return "at most " + max;
            }
            return min == max ? Integer.toString(max) : min + " to " + max;
        }

        /** Whether there is an upper bound. */
        public boolean hasMax() {
            return max < Integer.MAX_VALUE;
        }
    }

    /** A lower bound of a number. */
    record Min(BigDecimal value, String message) implements Limit {
        @Override
        public String rule() {
            return "must be at least " + value.toPlainString();
        }
    }

    /** An upper bound of a number. */
    record Max(BigDecimal value, String message) implements Limit {
        @Override
        public String rule() {
            return "must be at most " + value.toPlainString();
        }
    }

    /** Text must contain more than white space. */
    record NotBlank(String message) implements Limit {
        @Override
        public String rule() {
            return "must not be blank";
        }
    }

    /** A regular expression that the whole text must match. */
    record Matches(String expression, String message) implements Limit {
        @Override
        public String rule() {
            return "must match " + expression;
        }
    }
}
