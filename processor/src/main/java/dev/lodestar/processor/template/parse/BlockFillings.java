package dev.lodestar.processor.template.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds the blocks between the tags of a parent. As in Mustache, text there is a comment; other tags are mistakes. */
final class BlockFillings {
    private BlockFillings() {}

    static List<Node.Block> of(String parent, List<Node> nodes, BiConsumer<Position, String> report) {
        List<Node.Block> fills = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            if (node instanceof Node.Block block) {
                fills.add(block);
                if (!names.add(block.name())) {
                    report.accept(
                            block.position(),
                            "The block " + block.name() + " is filled twice between {{<" + parent + "}} and {{/"
                                    + parent + "}}. Fill it once.");
                }
            } else if (!(node instanceof Node.Text)) {
                report.accept(
                        node.position(),
                        "Only blocks are allowed between {{<" + parent + "}} and {{/" + parent
                                + "}}, as in {{$title}}…{{/title}}. Put this tag in one of the blocks of " + parent
                                + ".");
            }
        }
        return fills;
    }
}
