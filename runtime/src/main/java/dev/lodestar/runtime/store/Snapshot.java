package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.history.Overlay;
import dev.lodestar.runtime.store.medium.Texts;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A past state. Where it differs from the present one, its own texts lie on top of the present ones: before a text
 * changes there, it is kept here.
 */
final class Snapshot extends DecodingReader {
    private final Ledger ledger;

    /** By stored keys. Changed only while nobody reads. */
    private final SortedMap<String, Optional<String>> own = new TreeMap<>();

    Snapshot(Ledger ledger, Branch branch) {
        super(branch);
        this.ledger = ledger;
    }

    /** Keeps texts for the keys that have none of their own yet. */
    void keep(SortedMap<String, Optional<String>> before) {
        before.forEach((key, text) -> {
            if (branch().holds(key)) {
                own.putIfAbsent(key, text);
            }
        });
    }

    @Override
    <R> R read(Function<Texts, R> reader) {
        return ledger.read(texts -> reader.apply(new Overlay(texts, own)));
    }
}
