package dev.lodestar.runtime.piece;

/** Markup of which it is not certain what a browser makes of it, or whether pieces would do what the whole page does. */
final class Unclear extends RuntimeException {
    /** The only one: it is thrown on each frame of a page that is unclear, and says nothing that would need a trace. */
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
