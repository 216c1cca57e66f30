package dev.lodestar.runtime.hub;

/**
 * Whom a frame is for.
 *
 * @param plain how many streams get it as it is
 * @param compressed how many get it compressed
 */
record Audience(int plain, int compressed) {
    /** From so many on, one copy out of the heap costs less than one for each write. */
    private static final int CROWD = 16;

    boolean takesGzip() {
        return compressed > 0;
    }

    /** Whether bytes outside of the heap pay: they are dear to get, and freed only when the collector comes upon them. */
    boolean isPlainCrowd() {
        return plain >= CROWD;
    }
}
