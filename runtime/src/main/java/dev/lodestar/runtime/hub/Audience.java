package dev.lodestar.runtime.hub;

/**
 * Whom a frame is for.
 *
 * @param plain how many streams get it as it is
 * @param compressed how many get it compressed
 */
record Audience(int plain, int compressed) {
    boolean takesGzip() {
        return compressed > 0;
    }
}
