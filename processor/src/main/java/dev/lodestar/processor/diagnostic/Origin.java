package dev.lodestar.processor.diagnostic;

/**
 * The place in the source that a part of the model was read from, where messages about it appear. It is opaque to the
 * model, which therefore does not depend on the compiler.
 */
public interface Origin {
    /** The place in words, as in {@code Counter.inc()}. */
    String label();

    /**
     * The place of one item in a member of the same annotation; the whole member if it has no such item, and this place
     * if the annotation does not set the member.
     *
     * @param value the name of the member: {@code refresh}
     * @param item the item's value
     */
    default Origin at(String value, String item) {
        return this;
    }
}
