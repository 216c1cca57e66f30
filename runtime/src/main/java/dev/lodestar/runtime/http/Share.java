package dev.lodestar.runtime.http;

/** A limit on something, of which every key has as much. Safe for use by any thread. */
interface Share {
    /**
     * Takes one for a key.
     *
     * @return 0 if there was one left, else the seconds after which there may be
     */
    long take(Object key);

    /** Gives back what was taken. */
    void giveBack(Object key);

    /** The sentence for whoever gets none. */
    String refusal();
}
