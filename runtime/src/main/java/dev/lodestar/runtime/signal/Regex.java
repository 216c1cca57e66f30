package dev.lodestar.runtime.signal;

import java.util.regex.Pattern;

/**
 * A regular expression for text from outside. Some expressions try more ways to match than there is time for, so
 * matching takes a limited number of steps: a few for each character, which is all that well-made expressions need, and
 * beyond those, the ones that the request has left. Immutable.
 */
public final class Regex {
    private static final long STEPS_PER_CHARACTER = 16;

    /** Gives short texts some steps too. */
    private static final int CHARACTERS_MORE = 4;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Prepares an expression.
     *
     * @throws java.util.regex.PatternSyntaxException if it is invalid
     */
    public static Regex of(String expression) {
        return new Regex(Pattern.compile(expression));
    }

    /**
     * Whether the whole text matches, as far as the steps suffice.
     *
     * @param steps what the request has left, from which this takes what the text needs
     */
    boolean matches(String text, Steps steps) {
        long free = STEPS_PER_CHARACTER * (text.length() + CHARACTERS_MORE);
        Metered metered = new Metered(text, free + Math.max(0, steps.left()));
        try {
            return pattern.matcher(metered).matches();
        } catch (TooManySteps | StackOverflowError e) {
            return false; // repeated alternatives recurse for each character
        } finally {
            steps.take(Math.max(0, metered.taken - free));
        }
    }

    /** A text that can be read a limited number of times. */
    private static final class Metered implements CharSequence {
        private final String text;
        private final long most;
        private long taken;

        Metered(String text, long most) {
            this.text = text;
            this.most = most;
        }

        @Override
        public char charAt(int index) {
            if (taken == most) {
                throw new TooManySteps();
            }
            taken++;
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
