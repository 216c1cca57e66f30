package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.parse.Extent;
import dev.lodestar.processor.template.parse.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What fills the blocks of a template that a tag includes.
 *
 * @param fills the fillings by block name
 */
record Blocks(Map<String, Fill> fills) {
    static final Blocks NONE = new Blocks(Map.of());

    Blocks {
        fills = Map.copyOf(fills);
    }

    /**
     * What fills a block.
     *
     * @param text the text
     * @param outer what fills the blocks in that text, which belong to the template that contains it
     */
    record Fill(Extent text, Blocks outer) {}

    Optional<Fill> fill(String block) {
        return Optional.ofNullable(fills.get(block));
    }

    /** These, and further fillings for the blocks that they leave open. */
    Blocks with(List<Node.Block> more) {
        Map<String, Fill> all = new HashMap<>();
        more.forEach(block -> all.put(block.name(), new Fill(block.extent(), this)));
        all.putAll(fills);
        return new Blocks(all);
    }

    /** Only those of blocks with these names. */
    Blocks only(Set<String> names) {
        Map<String, Fill> some = new HashMap<>(fills);
        some.keySet().retainAll(names);
        return new Blocks(some);
    }
}
