package dev.lodestar.runtime.piece;

/** Says that it is not certain that pieces would do what the whole page does. */
final class Unclear extends RuntimeException {
    /**
     * The only one: it is thrown for each frame of a page that is unclear, and has nothing to say that needs a trace.
     */
    static final Unclear UNCLEAR = new Unclear();

    private static final long serialVersionUID = 1;

    private Unclear() {
        super("unclear", null, false, false);
    }

    /** Throws unless something holds. */
    static void unless(boolean holds) {
        if (!holds) {
            throw UNCLEAR;
        }
    }
}
