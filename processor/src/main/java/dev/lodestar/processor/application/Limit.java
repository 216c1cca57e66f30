package dev.lodestar.processor.application;

import java.math.BigDecimal;

/** A rule for a value from a request. */
public sealed interface Limit {
    /** The sentence that refuses what breaks the rule, or an empty text for one that {@link #rule} makes. */
    String message();

    /** The rule as the end of a sentence that begins with the field: {@code must be at least 1}. */
    String rule();

    /**
     * How many characters, or elements.
     *
     * @param text whether it is for text, and not for a list
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

        /** Whether there is a greatest number. */
        public boolean hasMax() {
            return max < Integer.MAX_VALUE;
        }
    }

    /** The least number. */
    record Min(BigDecimal value, String message) implements Limit {
        @Override
        public String rule() {
            return "must be at least " + value.toPlainString();
        }
    }

    /** The greatest number. */
    record Max(BigDecimal value, String message) implements Limit {
        @Override
        public String rule() {
            return "must be at most " + value.toPlainString();
        }
    }

    /** Not only white space. */
    record NotBlank(String message) implements Limit {
        @Override
        public String rule() {
            return "must not be blank";
        }
    }

    /** What the whole text looks like. */
    record Matches(String expression, String message) implements Limit {
        @Override
        public String rule() {
            return "must match " + expression;
        }
    }
}
