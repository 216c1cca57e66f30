package dev.lodestar.processor.template.place;

/** What becomes of a value at a place in the HTML. */
public sealed interface Slot {
    /** A value is allowed, with this escaping. */
    record Escaped(Escaping escaping) implements Slot {}

    /**
     * No value is allowed.
     *
     * @param why sentences that say why, and what to write instead
     */
    record Refused(String why) implements Slot {}
}
