package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.parse.Fault;
import dev.lodestar.processor.template.parse.Position;
import dev.lodestar.processor.template.parse.Source;

/**
 * A text that is being checked.
 *
 * @param source the text
 * @param inclusion a sentence, after a space, that says which tag included it; or empty
 * @param blocks what fills its blocks
 */
record Passage(Source source, String inclusion, Blocks blocks) {
    Fault fault(Position position, String message) {
        return source.fault(position, message).in(inclusion);
    }

    /** A position as messages show it. */
    String show(Position position) {
        return source.file() + ":" + position.line() + ":" + position.column();
    }
}
