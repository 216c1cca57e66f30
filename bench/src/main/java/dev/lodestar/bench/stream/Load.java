package dev.lodestar.bench.stream;

/**
 * What a server has to do.
 *
 * @param streams how many are open
 * @param rate how many updates there are in a second
 * @param kilobytes how large the page is
 */
record Load(int streams, int rate, int kilobytes) {
    /** How many events a second there are if none is left out. */
    double offered() {
        return (double) streams * rate;
    }

    @Override
    public String toString() {
        return "%d streams, %d updates/s, %d KB".formatted(streams, rate, kilobytes);
    }
}
