package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.json.ValueText;
import org.jspecify.annotations.Nullable;

/** Where a history lies among the texts of its store. */
final class HistoryKeys {
    static final String HEADS = ".history/head/";
    private static final String COMMITS = ".history/commit/";
    private static final String ORDER = ".history/order/";

    private HistoryKeys() {}

    /**
     * Where a branch is.
     *
     * @param commit the id of its newest commit, or empty text if it has none
     * @param made how many commits were made in it
     * @param dropped how many of those are no longer kept
     */
    record Head(String commit, long made, long dropped) {
        static final Head NONE = new Head("", 0, 0);

        static Head of(Texts texts, String branch) {
            String text = texts.get(HEADS + branch);
            return text == null ? NONE : ValueText.read("the branch " + branch, text, Head.class);
        }
    }

    static String commit(String id) {
        return COMMITS + id;
    }

    /** Where the id of a branch's commit of a number stands. */
    static String order(String branch, long number) {
        return ORDER + branch + "/" + number;
    }

    /** The commit of an id, or null if it is not kept. */
    static @Nullable HistoryRecord find(Texts texts, String id) {
        String text = texts.get(commit(id));
        return text == null ? null : HistoryRecord.read(id, text);
    }
}
