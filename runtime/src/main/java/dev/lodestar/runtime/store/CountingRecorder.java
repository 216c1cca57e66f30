package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.history.Recorder;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Commit;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Numbers the commits, after a random word that is chosen each time a store is opened, so that ids differ without
 * anything being kept.
 */
final class CountingRecorder implements Recorder {
    private final String word = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private long count;

    @Override
    public Commit record(Draft draft, Texts texts, SortedMap<String, Optional<String>> written) {
        count++;
        return draft.named(word + "-" + count);
    }
}
