package dev.lodestar.bench.stream.quotes;

/**
 * One row of the page.
 *
 * @param number counted from 0
 * @param mood the row's class
 * @param change in percent
 */
public record Quote(int number, String mood, double price, double change, int volume) {
    /** A row changes in one of this many updates, and its neighbours in others: 5% of the rows in each update. */
    private static final int TURN = 20;

    /** A row after an update. It depends on nothing else, so that anybody can tell what a page must show. */
    static Quote of(int number, long sequence) {
        long changed = sequence - Math.floorMod(sequence + 7L * number, TURN);
        long chance = mixed(number * 0x9E37_79B9_7F4A_7C15L + changed);
        int price = 10_000 + (int) (chance >>> 48);
        int change = (int) ((chance >>> 32) % 1000) - 500;
        return new Quote(number, change < 0 ? "down" : "up", price / 100.0, change / 100.0, (int) (chance & 0xFFFFF));
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
    private static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
