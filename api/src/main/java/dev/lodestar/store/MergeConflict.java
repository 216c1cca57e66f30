package dev.lodestar.store;

/** Thrown when a revert or a merge would overwrite a change. */
public final class MergeConflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;

    /**
     * Creates the exception.
     *
     * @param key the key that was changed on both sides
     */
    public MergeConflict(String key) {
        super("The value of " + key + " was changed on both sides, so keeping one change would lose the other.");
        this.key = key;
    }

    /** Returns the key that was changed on both sides. */
    public String key() {
        return key;
    }
}
