package dev.lodestar.store;

/** Thrown when a revert or a merge would lose a change. */
public final class MergeConflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;

    /**
     * @param key the key that was changed twice
     */
    public MergeConflict(String key) {
        super("The value of " + key + " was changed on both sides, so taking one would lose the other.");
        this.key = key;
    }

    /** The key that was changed twice. */
    public String key() {
        return key;
    }
}
