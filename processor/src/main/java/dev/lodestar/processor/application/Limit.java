package dev.lodestar.processor.application;

import java.math.BigDecimal;

/** A rule for a value from a request. */
public sealed interface Limit {
    /** The sentence that refuses what breaks the rule, or an empty text for one that {@link #rule} makes. */
    String message();

    /** The rule as the end of a sentence that begins with the field: {@code must be at least 1}. */
    String rule();

    /** How many characters, or elements. */
    record Size(int min, int max, boolean text, String message) implements Limit {
        @Override
        public String rule() {
            String unit = text ? "character" : "element";
            String end = " " + unit + ((hasMax() ? max : min) == 1 ? "" : "s");
            return "must have "
                    + (!hasMax()
                            ? "at least " + min
                            : min == 0 ? "at most " + max : min == max ? "" + max : min + " to " + max)
                    + end;
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
