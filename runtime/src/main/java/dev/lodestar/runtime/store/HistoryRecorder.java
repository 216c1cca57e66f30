package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryKeys.Tally;
import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Keeps every commit beside what it changes, in the same write, and drops those that are too many or too old: the oldest
 * first, whatever their branch, so that a commit is there as long as one that it came from is.
 */
final class HistoryRecorder implements Recorder {
    private final Past past = new HistoryGraph();
    private final Keep keep;

    HistoryRecorder(Keep keep) {
        this.keep = keep;
    }

    @Override
    public Commit record(Draft draft, Texts texts, SortedMap<String, Optional<String>> written) {
        String place = HistoryKeys.HEADS + draft.space().branch();
        Tally tally = Tally.of(texts);
        List<String> parents = new ArrayList<>();
        Optional.ofNullable(texts.get(place)).filter(id -> !id.isEmpty()).ifPresent(parents::add);
        draft.merged().ifPresent(merged -> parents.add(merged.head()));
        HistoryRecord commit = new HistoryRecord(
                parents,
                tally.made(),
                draft.time(),
                draft.author(),
                draft.message(),
                draft.changes().stream().map(Changed::of).toList(),
                draft.merged().map(Merged::changes).orElse(List.of()));
        String text = commit.text();
        String id = HistoryRecord.id(text);
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
            if (dropped >= Pins.lowest(past, new Overlay(texts, written), written)) {
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
            return false; // any age will do: there is no need to read the commit
        }
        String id = texts.get(HistoryKeys.order(oldest));
        HistoryRecord record = id == null ? null : HistoryKeys.find(texts, id);
        return record == null || Duration.between(record.time(), now).compareTo(keep.age()) > 0;
    }
}
