package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.runtime.store.Recorder.Merged;
import dev.lodestar.runtime.store.json.StoredValue;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History;
import dev.lodestar.store.MergeConflict;
import dev.lodestar.store.Store;
import dev.lodestar.store.StoreReader;
import dev.lodestar.store.Transaction;
import dev.lodestar.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
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
        return ledger.snapshot(space, texts -> {
            past.get(texts, commit);
            SortedMap<String, Optional<String>> different = new TreeMap<>();
            past.difference(texts, past.head(texts, space.branch()), commit)
                    .forEach((key, changed) -> different.put(space.stored(key), changed.after()));
            return different;
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
        return transact("Revert: " + undone.message(), tx -> {
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
                    "A branch is called by a word of letters, digits, - and _, not " + Quoted.of(name) + ".");
        }
        Space branch = new Space(name);
        if (!name.equals(Space.MAIN.branch()) && !branches().contains(name)) {
            ledger.arrange(texts -> copy(texts, branch));
        }
        return new LedgerStore(ledger, past, branch, author);
    }

    private SortedMap<String, Optional<String>> copy(Texts texts, Space branch) {
        SortedMap<String, Optional<String>> written = new TreeMap<>();
        past.requireBranch(texts, space.branch());
        if (!past.branches(texts).contains(branch.branch())) {
            space.visit(texts, "", (key, text) -> written.put(branch.stored(key), Optional.of(text)));
            past.place(branch.branch(), Optional.of(past.head(texts, space.branch())), written);
        }
        return written;
    }

    @Override
    public List<String> branches() {
        return ledger.read(this::branches);
    }

    private List<String> branches(Texts texts) {
        TreeSet<String> names = new TreeSet<>(past.branches(texts));
        names.add(Space.MAIN.branch());
        return List.copyOf(names);
    }

    @Override
    public void removeBranch(String name) {
        if (name.equals(Space.MAIN.branch())) {
            throw new IllegalArgumentException("The branch \"" + name + "\" is the store itself, and stays.");
        }
        ledger.arrange(texts -> {
            requireBranch(texts, name);
            SortedMap<String, Optional<String>> written = new TreeMap<>();
            Space branch = new Space(name);
            branch.visit(texts, "", (key, text) -> written.put(branch.stored(key), Optional.empty()));
            past.place(name, Optional.empty(), written);
            return written;
        });
    }

    private void requireBranch(Texts texts, String name) {
        if (!branches(texts).contains(name)) {
            throw new IllegalArgumentException(
                    "There is no branch " + Quoted.of(name) + "; there are " + branches(texts) + ".");
        }
    }

    @Override
    public Optional<Commit> merge(String branch, Merge merge) {
        return transact("Merge " + branch, tx -> {
            requireBranch(tx.before(), branch);
            String ours = past.head(tx.before(), space.branch());
            String theirs = past.head(tx.before(), branch);
            MergeBase base = new MergeBase(past, tx.before(), ours, theirs);
            if (!base.is(theirs)) {
                List<Changed> apart =
                        List.copyOf(past.difference(tx.before(), ours, theirs).values());
                apart.forEach(changed -> decide(tx, changed, base, merge));
                tx.merge(new Merged(theirs, changes(tx, apart)));
            }
        });
    }

    /**
     * Merges one key.
     *
     * @param apart from our value to theirs, which are different
     */
    private static void decide(OpenTransaction tx, Changed apart, MergeBase base, Merge merge) {
        String key = apart.key();
        Optional<String> ours = apart.before();
        Optional<String> theirs = apart.after();
        MergeBase.Started started = base.text(key, ours);
        if (started.known() && started.text().equals(ours)) {
            put(tx, key, theirs);
        } else if (!started.known() || !started.text().equals(theirs)) {
            merge.decide(key, apart.value(started.text()), apart.value(ours), apart.value(theirs))
                    .ifPresentOrElse(value -> tx.set(key, value), () -> tx.remove(key));
        }
    }

    /** What leads from their state to the merged one. */
    private static List<Changed> changes(OpenTransaction tx, List<Changed> apart) {
        return apart.stream()
                .map(changed ->
                        new Changed(changed.key(), changed.after(), Optional.ofNullable(tx.text(changed.key()))))
                .filter(changed -> !changed.before().equals(changed.after()))
                .toList();
    }

    private Optional<Commit> transact(String message, Consumer<OpenTransaction> work) {
        return ledger.transact(space, new Ledger.By(author, message), tx -> {
                    past.requireBranch(tx.before(), space.branch());
                    work.accept(tx);
                    return true;
                })
                .commit();
    }

    private static void put(Transaction tx, String key, Optional<String> text) {
        text.ifPresentOrElse(t -> tx.set(key, new StoredValue(key, t)), () -> tx.remove(key));
    }
}
