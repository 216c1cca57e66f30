package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.history.HistoryKeys.Tally;
import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Keeps every commit beside what it changes, in the same write, and drops those that are too many or too old: the
 * oldest first, whichever branch they are in, so that no commit is dropped before its ancestors.
 */
public final class HistoryRecorder implements Recorder {
    private final CommitGraph graph = new HistoryGraph();
    private final Keep keep;

    /** Records into an empty history, or goes on with one. */
    public HistoryRecorder(Keep keep) {
        this.keep = keep;
    }

    /** Returns the commits that are kept. */
    public CommitGraph graph() {
        return graph;
    }

    @Override
    public Commit record(Draft draft, Texts texts, SortedMap<String, Optional<String>> written) {
        String place = HistoryKeys.HEADS + draft.branch().name();
        Tally tally = Tally.of(texts);
        List<String> parents = new ArrayList<>();
        Optional.ofNullable(texts.get(place)).filter(id -> !id.isEmpty()).ifPresent(parents::add);
        draft.merged().ifPresent(merged -> parents.add(merged.head()));
        CommitRecord commit = new CommitRecord(
                parents,
                tally.made(),
                draft.time(),
                draft.author(),
                draft.message(),
                draft.changes().stream().map(TextChange::of).toList(),
                draft.merged().map(Merged::changes).orElse(List.of()));
        String text = commit.text();
        String id = CommitRecord.id(text);
        written.put(HistoryKeys.commit(id), Optional.of(text));
        written.put(HistoryKeys.order(tally.made()), Optional.of(id));
        written.put(place, Optional.of(id));
        if (draft.merged().isPresent()) {
            written.put(HistoryKeys.PINNED, Optional.empty());
        }
        Tally now = new Tally(tally.made() + 1, tally.dropped());
        written.put(HistoryKeys.tally(), drop(now, draft.time(), texts, written).text());
        return commit.commit(id);
    }

    private Tally drop(Tally tally, Instant now, Texts texts, SortedMap<String, Optional<String>> written) {
        long dropped = tally.dropped();
        while (dropped < tally.made() - 1 && isTooMuch(tally.made() - dropped, dropped, now, texts)) {
            if (dropped >= Pins.lowest(graph, new Overlay(texts, written), written)) {
                break;
            }
            String place = HistoryKeys.order(dropped);
            Optional.ofNullable(texts.get(place))
                    .ifPresent(id -> written.put(HistoryKeys.commit(id), Optional.empty()));
            written.put(place, Optional.empty());
            dropped++;
        }
        return new Tally(tally.made(), dropped);
    }

    private boolean isTooMuch(long kept, long oldest, Instant now, Texts texts) {
        if (kept > keep.commits()) {
            return true;
        }
        if (keep.equals(Keep.commits(keep.commits()))) {
            return false; // any age is fine, so the commit need not be read
        }
        String id = texts.get(HistoryKeys.order(oldest));
        CommitRecord record = id == null ? null : HistoryKeys.find(texts, id);
        return record == null || Duration.between(record.time(), now).compareTo(keep.age()) > 0;
    }
}
