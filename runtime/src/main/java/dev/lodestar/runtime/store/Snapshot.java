package dev.lodestar.runtime.store;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A whole state that no longer changes. */
final class Snapshot extends DecodingReader {
    private final SortedMap<String, String> all;
    private final Texts texts;

    Snapshot(SortedMap<String, String> all) {
        this.all = all;
        this.texts = new MapTexts(all);
    }

    @Override
    @Nullable
    String text(String key) {
        return all.get(key);
    }

    @Override
    SortedMap<String, String> texts(String prefix) {
        return Space.MAIN.under(texts, prefix);
    }
}
