package dev.lodestar.runtime.html;

/** Writes numbers as ASCII digits, without an intermediate {@code String}. */
final class Decimal {
    /** The length of {@link Long#MIN_VALUE}, sign included. */
    static final int MAX_LENGTH = 20;

    /** Numbers from this one up to, but not including, the next are written without an exponent. */
    private static final double LEAST = 1e-3;

    private static final double TOO_LARGE = 1e7;

    private static final int MOST_DECIMALS = 6;

    private Decimal() {}

    /** Writes the number at an index and returns the index after it. */
    static int write(long number, byte[] to, int start) {
        int at = start;
        if (number < 0) {
            to[at++] = '-';
        }
        int end = at + digits(number);
        // Digits are taken from the negative number, since Long.MIN_VALUE has no positive counterpart.
        long rest = number < 0 ? number : -number;
        for (int i = end - 1; i >= at; i--) {
            to[i] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        return end;
    }

    /**
     * Writes a number with at most six decimals, such as a price, at an index, as {@link Double#toString(double)} does,
     * and returns the index after it. Writes nothing for any other number and returns the start.
     *
     * <p>The digits are those of the first quotient of a whole number and a power of ten that equals the number. Both
     * are small enough to be exact, so the division rounds once, as parsing the decimal does; and no other decimal of
     * up to 15 digits parses to the same number.
     */
    static int write(double number, byte[] to, int start) {
        double size = Math.abs(number);
        if (!(size >= LEAST && size < TOO_LARGE)) {
            return start;
        }
        long power = 1;
        for (int decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
            power *= 10;
            long digits = Math.round(size * power);
            if ((double) digits / power == size) {
                int point = write(digits / power, to, number < 0 ? sign(to, start) : start);
                return decimals(digits % power, decimals, to, point);
            }
        }
        return start;
    }

    private static int sign(byte[] to, int at) {
        to[at] = '-';
        return at + 1;
    }

    private static int decimals(long digits, int count, byte[] to, int point) {
        to[point] = '.';
        long rest = digits;
        for (int i = point + count; i > point; i--) {
            to[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return point + count + 1;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
