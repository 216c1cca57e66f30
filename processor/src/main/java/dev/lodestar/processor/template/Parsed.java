package dev.lodestar.processor.template;

import java.util.List;

/**
 * What became of a template's text.
 *
 * @param source the text
 * @param nodes its parts in their order
 * @param faults what is wrong with its syntax; if there are any the nodes may be incomplete
 */
record Parsed(Source source, List<Node> nodes, List<Fault> faults) {
    Parsed {
        nodes = List.copyOf(nodes);
        faults = List.copyOf(faults);
    }
}
