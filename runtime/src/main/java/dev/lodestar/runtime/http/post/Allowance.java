package dev.lodestar.runtime.http.post;

/** A limit that is the same for each key. Safe for use by any thread. */
interface Allowance {
    /**
     * Takes one for a key.
     *
     * @return 0 if there was one left, else the seconds until there may be one
     */
    long take(Object key);

    /** Gives back one that was taken. */
    void giveBack(Object key);

    /** The sentence for a client that gets none. */
    String refusal();
}
