package dev.lodestar.processor.diagnostic;

/**
 * The place in the source that something was read from, for messages to stand on. The model carries it without knowing
 * what it is, so that the model does not depend on the compiler.
 */
public interface Origin {
    /** The place in words, as in {@code Counter.inc()}. */
    String label();

    /**
     * The place of one item of another value of the same annotation; this place where that is not known.
     *
     * @param value the value's name: {@code refresh}
     * @param item the item, as it is written there
     */
    default Origin at(String value, String item) {
        return this;
    }
}
