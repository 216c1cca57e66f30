package dev.lodestar.runtime.store;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A state that no longer changes. What it does not share with the present lies over that; what the present loses is put
 * there in the same moment.
 */
final class Snapshot extends DecodingReader {
    private final Ledger ledger;

    /** By stored keys; changed only while nobody reads. */
    private final SortedMap<String, Optional<String>> own = new TreeMap<>();

    Snapshot(Ledger ledger, Space space) {
        super(space);
        this.ledger = ledger;
    }

    /** Lays texts over what is there, but for those keys that have some already. */
    void keep(SortedMap<String, Optional<String>> before) {
        before.forEach((key, text) -> {
            if (space().holds(key)) {
                own.putIfAbsent(key, text);
            }
        });
    }

    @Override
    <R> R read(Function<Texts, R> reader) {
        return ledger.read(texts -> reader.apply(new Overlay(texts, own)));
    }
}
