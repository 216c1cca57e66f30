package dev.lodestar.processor.template;

/** What a place in the HTML makes of a value. */
sealed interface Slot {
    /** A value can stand there, written in this way. */
    record Escaped(Escaping escaping) implements Slot {}

    /**
     * No value can stand there.
     *
     * @param why sentences that say why, and what to write instead
     */
    record Refused(String why) implements Slot {}
}
