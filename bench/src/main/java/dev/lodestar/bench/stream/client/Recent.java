package dev.lodestar.bench.stream.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that evicts the least recently used entry, so that nothing is kept for a stream that stands still. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    Recent(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
