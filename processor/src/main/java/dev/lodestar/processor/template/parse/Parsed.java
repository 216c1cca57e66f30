package dev.lodestar.processor.template.parse;

import java.util.List;

/**
 * The result of parsing a template.
 *
 * @param source the text
 * @param nodes its parts, in order
 * @param faults what is wrong with its syntax; if there are any, the nodes may be incomplete
 */
public record Parsed(Source source, List<Node> nodes, List<Fault> faults) {
    public Parsed {
        nodes = List.copyOf(nodes);
        faults = List.copyOf(faults);
    }
}
