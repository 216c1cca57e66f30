package dev.lodestar.runtime.html;

/** Writes whole numbers as ASCII digits, without a {@code String} in between. */
final class Decimal {
    /** The digits and the sign of {@link Long#MIN_VALUE}. */
    static final int MAX_LENGTH = 20;

    private Decimal() {}

    /** Writes the number from an index on and returns the index after it. */
    static int write(long number, byte[] to, int start) {
        int at = start;
        if (number < 0) {
            to[at++] = '-';
        }
        int end = at + digits(number);
        // Counted down from the negative, which Long.MIN_VALUE has and its positive has not.
        long rest = number < 0 ? number : -number;
        for (int i = end - 1; i >= at; i--) {
            to[i] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        return end;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
