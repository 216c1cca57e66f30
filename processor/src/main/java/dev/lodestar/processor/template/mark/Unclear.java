package dev.lodestar.processor.template.mark;

/** Says that it is not certain what a browser makes of markup, or whether pieces would do what the whole page does. */
final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unclear() {
        super("unclear", null, false, false);
    }

    /** Throws unless something holds. */
    static void unless(boolean holds) {
        if (!holds) {
            throw new Unclear();
        }
    }
}
