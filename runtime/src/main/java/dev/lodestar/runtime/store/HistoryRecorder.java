package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryKeys.Head;
import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Keeps every commit beside what it changes, in the same write, and drops those that are too many or too old. */
final class HistoryRecorder implements Recorder {
    private final Keep keep;

    HistoryRecorder(Keep keep) {
        this.keep = keep;
    }

    @Override
    public Commit record(Draft draft, Texts texts, SortedMap<String, Optional<String>> written) {
        String branch = draft.space().branch();
        Head head = Head.of(texts, branch);
        List<String> parents = new ArrayList<>();
        if (!head.commit().isEmpty()) {
            parents.add(head.commit());
        }
        draft.merged().ifPresent(parents::add);
        HistoryRecord commit = new HistoryRecord(
                parents,
                depth(texts, parents),
                draft.time(),
                draft.author(),
                draft.message(),
                draft.changes().stream().map(Changed::of).toList());
        String text = commit.text();
        String id = HistoryRecord.id(text);
        written.put(HistoryKeys.commit(id), Optional.of(text));
        written.put(HistoryKeys.order(branch, head.made()), Optional.of(id));
        Head now = new Head(id, head.made() + 1, head.dropped());
        written.put(HistoryKeys.HEADS + branch, Optional.of(ValueText.write(drop(branch, now, draft, texts, written))));
        return commit.commit(id);
    }

    private static long depth(Texts texts, List<String> parents) {
        long depth = 0;
        for (String parent : parents) {
            HistoryRecord record = HistoryKeys.find(texts, parent);
            depth = Math.max(depth, record == null ? 0 : record.depth() + 1);
        }
        return depth;
    }

    private Head drop(String branch, Head head, Draft draft, Texts texts, SortedMap<String, Optional<String>> written) {
        long dropped = head.dropped();
        // The newest commit is always kept.
        while (dropped < head.made() - 1) {
            String place = HistoryKeys.order(branch, dropped);
            String oldest = texts.get(place);
            if (oldest != null) {
                if (head.made() - dropped <= keep.commits() && isYoung(texts, oldest, draft.time())) {
                    break;
                }
                written.put(place, Optional.empty());
                written.put(HistoryKeys.commit(oldest), Optional.empty());
            }
            dropped++;
        }
        return new Head(head.commit(), head.made(), dropped);
    }

    private boolean isYoung(Texts texts, String id, Instant now) {
        if (keep.equals(Keep.commits(keep.commits()))) {
            return true; // any age will do: there is no need to read the commit
        }
        HistoryRecord record = HistoryKeys.find(texts, id);
        return record != null && Duration.between(record.time(), now).compareTo(keep.age()) <= 0;
    }
}
