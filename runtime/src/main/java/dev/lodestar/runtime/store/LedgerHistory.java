package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.runtime.store.json.StoredValue;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History;
import dev.lodestar.store.MergeConflict;
import dev.lodestar.store.Store;
import dev.lodestar.store.StoreReader;
import dev.lodestar.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The history of one branch of a ledger. */
final class LedgerHistory implements History {
    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Ledger ledger;
    private final Past past;
    private final Space space;
    private final String author;

    LedgerHistory(Ledger ledger, Past past, Space space, String author) {
        this.past = past;
        this.ledger = ledger;
        this.space = space;
        this.author = author;
    }

    @Override
    public List<Commit> log(String prefix, int limit) {
        Keys.prefix(prefix);
        if (limit < 1) {
            throw new IllegalArgumentException("The limit of a log must be at least 1, not " + limit + ".");
        }
        return ledger.read(texts -> {
            List<Commit> found = new ArrayList<>();
            String id = past.head(texts, space.branch());
            HistoryRecord record = past.find(texts, id);
            while (record != null && found.size() < limit) {
                Commit commit = record.commit(id);
                if (prefix.isEmpty() || commit.touches(prefix)) {
                    found.add(commit);
                }
                id = record.parents().isEmpty() ? "" : record.parents().get(0);
                record = past.find(texts, id);
            }
            return List.copyOf(found);
        });
    }

    @Override
    public Optional<Commit> head() {
        return log("", 1).stream().findFirst();
    }

    @Override
    public StoreReader at(String commit) {
        return ledger.read(texts -> {
            past.get(texts, commit);
            SortedMap<String, String> state = space.under(texts, "");
            past.difference(texts, past.head(texts, space.branch()), commit)
                    .forEach((key, changed) ->
                            changed.after().ifPresentOrElse(text -> state.put(key, text), () -> state.remove(key)));
            return new Snapshot(state);
        });
    }

    @Override
    public List<Change> diff(String from, String to) {
        return ledger.read(texts -> {
            past.get(texts, from);
            past.get(texts, to);
            return past.difference(texts, from, to).values().stream()
                    .map(Changed::change)
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    @Override
    public Optional<Commit> revert(String commit) {
        HistoryRecord undone = ledger.read(texts -> past.get(texts, commit));
        return transact("Revert: " + undone.message(), Optional.empty(), tx -> {
            for (Changed changed : undone.changes()) {
                Optional<String> now = Optional.ofNullable(tx.text(changed.key()));
                if (now.equals(changed.after())) {
                    put(tx, changed.key(), changed.before());
                } else if (!now.equals(changed.before())) {
                    throw new MergeConflict(changed.key());
                }
            }
        });
    }

    @Override
    public Store branch(String name) {
        if (!BRANCH.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A branch is called by a word of letters, digits, - and _, not \"" + name + "\".");
        }
        Space branch = new Space(name);
        if (!name.equals(Space.MAIN.branch()) && !branches().contains(name)) {
            ledger.arrange(texts -> copy(texts, branch));
        }
        return new LedgerStore(ledger, past, branch, author);
    }

    private SortedMap<String, Optional<String>> copy(Texts texts, Space branch) {
        SortedMap<String, Optional<String>> written = new TreeMap<>();
        if (!past.branches(texts).contains(branch.branch())) {
            space.under(texts, "").forEach((key, text) -> written.put(branch.stored(key), Optional.of(text)));
            past.start(branch.branch(), past.head(texts, space.branch()), written);
        }
        return written;
    }

    @Override
    public List<String> branches() {
        return ledger.read(texts -> {
            TreeSet<String> names = new TreeSet<>(past.branches(texts));
            names.add(Space.MAIN.branch());
            return List.copyOf(names);
        });
    }

    @Override
    public Optional<Commit> merge(String branch, Merge merge) {
        if (!branches().contains(branch)) {
            throw new IllegalArgumentException("There is no branch \"" + branch + "\"; there are " + branches() + ".");
        }
        // Read once, outside of the transaction: what is merged is what the other branch had at this moment.
        String theirs = ledger.read(texts -> past.head(texts, branch));
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        Merging merging = ledger.read(texts -> {
            String ours = past.head(texts, space.branch());
            String base = ours.isEmpty() ? "" : past.base(texts, ours, theirs);
            return base.equals(theirs) ? null : new Merging(past.difference(texts, base, theirs));
        });
        return merging == null ? Optional.empty() : merge(branch, theirs, merging, merge);
    }

    /**
     * What a merge brings.
     *
     * @param theirs what the other branch has changed since
     */
    private record Merging(SortedMap<String, Changed> theirs) {}

    private Optional<Commit> merge(String branch, String head, Merging merging, Merge merge) {
        return transact(
                "Merge " + branch,
                Optional.of(head),
                tx -> merging.theirs().forEach((key, theirs) -> {
                    Optional<String> ours = Optional.ofNullable(tx.text(key));
                    if (ours.equals(theirs.before())) {
                        put(tx, key, theirs.after());
                    } else if (!ours.equals(theirs.after())) {
                        merge.decide(
                                        key,
                                        theirs.value(theirs.before()),
                                        theirs.value(ours),
                                        theirs.value(theirs.after()))
                                .ifPresentOrElse(value -> tx.set(key, value), () -> tx.remove(key));
                    }
                }));
    }

    private interface Work {
        void on(OpenTransaction transaction);
    }

    private Optional<Commit> transact(String message, Optional<String> merged, Work work) {
        return ledger.transact(space, new Ledger.By(author, message), merged, tx -> {
                    work.on(tx);
                    return true;
                })
                .commit();
    }

    private static void put(Transaction tx, String key, Optional<String> text) {
        text.ifPresentOrElse(t -> tx.set(key, new StoredValue(key, t)), () -> tx.remove(key));
    }
}
