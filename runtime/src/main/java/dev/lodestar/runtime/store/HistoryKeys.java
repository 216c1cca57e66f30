package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.json.ValueText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a history lies among the texts of its store. */
final class HistoryKeys {
    /** Before a branch's name: where the id of its newest commit stands, or empty text if it has none. */
    static final String HEADS = ".history/head/";

    /** Where the number stands from which on every commit is needed to merge branches, if it was asked for. */
    static final String PINNED = ".history/pinned";

    private static final String COMMITS = ".history/commit/";
    private static final String ORDER = ".history/order/";
    private static final String TALLY = ".history/tally";

    private HistoryKeys() {}

    /**
     * How many commits there are, in all branches.
     *
     * @param made how many were made
     * @param dropped how many of those, the oldest, are no longer kept
     */
    record Tally(long made, long dropped) {
        static Tally of(Texts texts) {
            String text = texts.get(TALLY);
            return text == null ? new Tally(0, 0) : ValueText.read(TALLY, text, Tally.class);
        }

        Optional<String> text() {
            return Optional.of(ValueText.write(this));
        }
    }

    static String commit(String id) {
        return COMMITS + id;
    }

    /** Where the id of the commit of a number stands. */
    static String order(long number) {
        return ORDER + number;
    }

    static String tally() {
        return TALLY;
    }

    /** The commit of an id, or null if it is not kept. */
    static @Nullable HistoryRecord find(Texts texts, String id) {
        String text = texts.get(commit(id));
        return text == null ? null : HistoryRecord.read(id, text);
    }
}
