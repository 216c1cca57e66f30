package dev.lodestar.runtime.signal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as JSON writes them. */
final class NumberText {
    // Double.parseDouble accepts more (hexadecimal, a trailing f, NaN, blanks), but no browser sends these as numbers.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,5})?");

    // Up to here every whole number is a double, so 12.0 and 1.2e1 lose nothing.
    private static final double EXACT = 1L << 53;

    private static final int LONGEST = 400;

    private NumberText() {}

    /** Reads a whole number within a range; empty if the text is not a number, not whole, or out of range. */
    static OptionalLong whole(String text, long least, long greatest) {
        try {
            long value = Long.parseLong(text);
            return value >= least && value <= greatest ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (NumberFormatException notPlain) {
            OptionalDouble number = finite(text);
            boolean fits = number.isPresent()
                    && number.getAsDouble() == Math.rint(number.getAsDouble())
                    && Math.abs(number.getAsDouble()) <= EXACT;
            long value = fits ? (long) number.getAsDouble() : 0;
            return fits && value >= least && value <= greatest ? OptionalLong.of(value) : OptionalLong.empty();
        }
    }

    /** Whether a text is a whole number of any size. */
    static boolean isWhole(String text) {
        OptionalDouble number = finite(text);
        return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble());
    }

    /**
     * Reads a number with all its digits; empty if the text is not a number, or has an exponent that nobody would write
     * out.
     */
    static Optional<BigDecimal> exact(String text) {
        if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs(number.scale()) <= LONGEST ? Optional.of(number) : Optional.empty();
    }

    /** Reads a finite number; empty if the text is not one. */
    static OptionalDouble finite(String text) {
        if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
