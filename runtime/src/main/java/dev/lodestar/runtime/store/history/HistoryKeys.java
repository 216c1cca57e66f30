package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.runtime.store.medium.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys under which a history lies among the texts of its store. */
final class HistoryKeys {
    /** Prefix of a branch's name: holds the id of the branch's newest commit, or empty text if it has none. */
    static final String HEADS = ".history/head/";

    /** Holds the number of the oldest commit that is needed to merge branches, once that was computed. */
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

    /** Returns the key that holds the id of the commit with a number. */
    static String order(long number) {
        return ORDER + number;
    }

    static String tally() {
        return TALLY;
    }

    /** Returns the commit with an id, or null if it is not kept. */
    static @Nullable CommitRecord find(Texts texts, String id) {
        String text = texts.get(commit(id));
        return text == null ? null : CommitRecord.read(id, text);
    }
}
