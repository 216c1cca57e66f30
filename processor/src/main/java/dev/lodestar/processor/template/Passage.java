package dev.lodestar.processor.template;

/**
 * A text that is being checked.
 *
 * @param source the text
 * @param inclusion a sentence, with a space before it, that says which tag included it, or empty
 * @param blocks what fills its blocks
 */
record Passage(Source source, String inclusion, Blocks blocks) {
    Fault fault(Position position, String message) {
        return source.fault(position, message).in(inclusion);
    }

    /** A place in it as messages show it. */
    String show(Position position) {
        return source.file() + ":" + position.line() + ":" + position.column();
    }
}
