package dev.lodestar.runtime.signal;

import java.util.regex.Pattern;

/**
 * A regular expression for text from outside. Some expressions try more ways to match than there is time for, so matching
 * takes a bounded number of steps. Immutable.
 */
public final class Regex {
    // Some milliseconds; an expression that is well made takes a few steps for each character.
    private static final int STEPS = 1_000_000;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Prepares an expression.
     *
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public static Regex of(String expression) {
        return new Regex(Pattern.compile(expression));
    }

    /** Whether the whole text matches, as far as can be found out. */
    public boolean matches(String text) {
        try {
            return pattern.matcher(new Metered(text)).matches();
        } catch (TooManySteps | StackOverflowError e) {
            return false; // repeated alternatives go one call deeper for each character
        }
    }

    /** A text that can be looked at so many times. */
    private static final class Metered implements CharSequence {
        private final String text;
        private int left = STEPS;

        Metered(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
