package dev.lodestar.processor.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What fills the blocks of a template where it is included.
 *
 * @param fills by the names of the blocks
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
     * @param outer what fills the blocks in the text, which are those of the template that it stands in
     */
    record Fill(Extent text, Blocks outer) {}

    Optional<Fill> fill(String block) {
        return Optional.ofNullable(fills.get(block));
    }

    /** These, and more for the blocks that they leave open. */
    Blocks with(List<Node.Block> more) {
        Map<String, Fill> all = new HashMap<>();
        more.forEach(block -> all.put(block.name(), new Fill(block.extent(), this)));
        all.putAll(fills);
        return new Blocks(all);
    }

    /** Those of these names. */
    Blocks only(Set<String> names) {
        Map<String, Fill> some = new HashMap<>(fills);
        some.keySet().retainAll(names);
        return new Blocks(some);
    }
}
