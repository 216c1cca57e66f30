package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.history.CommitGraph;
import dev.lodestar.runtime.store.history.CommitRecord;
import dev.lodestar.runtime.store.history.Keys;
import dev.lodestar.runtime.store.history.MergeBase;
import dev.lodestar.runtime.store.history.Recorder.Merged;
import dev.lodestar.runtime.store.json.StoredValue;
import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.medium.Texts;
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
    private final CommitGraph graph;
    private final Branch branch;
    private final String author;

    LedgerHistory(Ledger ledger, CommitGraph graph, Branch branch, String author) {
        this.graph = graph;
        this.ledger = ledger;
        this.branch = branch;
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
            String id = graph.head(texts, branch.name());
            CommitRecord record = graph.find(texts, id);
            while (record != null && found.size() < limit) {
                Commit commit = record.commit(id);
                if (prefix.isEmpty() || commit.touches(prefix)) {
                    found.add(commit);
                }
                id = record.parents().isEmpty() ? "" : record.parents().get(0);
                record = graph.find(texts, id);
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
        return ledger.snapshot(branch, texts -> {
            graph.get(texts, commit);
            SortedMap<String, Optional<String>> different = new TreeMap<>();
            graph.difference(texts, graph.head(texts, branch.name()), commit)
                    .forEach((key, change) -> different.put(branch.stored(key), change.after()));
            return different;
        });
    }

    @Override
    public List<Change> diff(String from, String to) {
        return ledger.read(texts -> {
            graph.get(texts, from);
            graph.get(texts, to);
            return TextChange.changes(graph.difference(texts, from, to).values());
        });
    }

    @Override
    public Optional<Commit> revert(String commit) {
        CommitRecord undone = ledger.read(texts -> graph.get(texts, commit));
        return transact("Revert: " + undone.message(), tx -> {
            for (TextChange change : undone.changes()) {
                Optional<String> now = Optional.ofNullable(tx.text(change.key()));
                if (now.equals(change.after())) {
                    put(tx, change.key(), change.before());
                } else if (!now.equals(change.before())) {
                    throw new MergeConflict(change.key());
                }
            }
        });
    }

    @Override
    public Store branch(String name) {
        if (!BRANCH.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a branch is a word of letters, digits, - and _, not " + Quoted.of(name) + ".");
        }
        Branch other = new Branch(name);
        if (!name.equals(Branch.MAIN.name()) && !branches().contains(name)) {
            ledger.arrange(texts -> copy(texts, other));
        }
        return new LedgerStore(ledger, graph, other, author);
    }

    private SortedMap<String, Optional<String>> copy(Texts texts, Branch other) {
        SortedMap<String, Optional<String>> written = new TreeMap<>();
        graph.requireBranch(texts, branch.name());
        if (!graph.branches(texts).contains(other.name())) {
            branch.visit(texts, "", (key, text) -> written.put(other.stored(key), Optional.of(text)));
            graph.place(other.name(), Optional.of(graph.head(texts, branch.name())), written);
        }
        return written;
    }

    @Override
    public List<String> branches() {
        return ledger.read(this::branches);
    }

    private List<String> branches(Texts texts) {
        TreeSet<String> names = new TreeSet<>(graph.branches(texts));
        names.add(Branch.MAIN.name());
        return List.copyOf(names);
    }

    @Override
    public void removeBranch(String name) {
        if (name.equals(Branch.MAIN.name())) {
            throw new IllegalArgumentException(
                    "The branch \"" + name + "\" is the store itself, and cannot be removed.");
        }
        ledger.arrange(texts -> {
            requireBranch(texts, name);
            SortedMap<String, Optional<String>> written = new TreeMap<>();
            Branch removed = new Branch(name);
            removed.visit(texts, "", (key, text) -> written.put(removed.stored(key), Optional.empty()));
            graph.place(name, Optional.empty(), written);
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
    public Optional<Commit> merge(String other, Merge merge) {
        return transact("Merge " + other, tx -> {
            requireBranch(tx.before(), other);
            String ours = graph.head(tx.before(), branch.name());
            String theirs = graph.head(tx.before(), other);
            MergeBase base = new MergeBase(graph, tx.before(), ours, theirs);
            if (!base.is(theirs)) {
                List<TextChange> different =
                        List.copyOf(graph.difference(tx.before(), ours, theirs).values());
                different.forEach(change -> decide(tx, change, base, merge));
                tx.merge(new Merged(theirs, changes(tx, different)));
            }
        });
    }

    /**
     * Merges one key.
     *
     * @param different leads from our text to theirs
     */
    private static void decide(OpenTransaction tx, TextChange different, MergeBase base, Merge merge) {
        String key = different.key();
        Optional<String> ours = different.before();
        Optional<String> theirs = different.after();
        MergeBase.BaseText start = base.text(key, ours);
        if (start.known() && start.text().equals(ours)) {
            put(tx, key, theirs);
        } else if (!start.known() || !start.text().equals(theirs)) {
            merge.decide(key, different.value(start.text()), different.value(ours), different.value(theirs))
                    .ifPresentOrElse(value -> tx.set(key, value), () -> tx.remove(key));
        }
    }

    /** Returns what leads from their state to the merged one. */
    private static List<TextChange> changes(OpenTransaction tx, List<TextChange> different) {
        return different.stream()
                .map(change -> new TextChange(change.key(), change.after(), Optional.ofNullable(tx.text(change.key()))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private Optional<Commit> transact(String message, Consumer<OpenTransaction> work) {
        return ledger.transact(branch, new Ledger.By(author, message), tx -> {
                    graph.requireBranch(tx.before(), branch.name());
                    work.accept(tx);
                    return true;
                })
                .commit();
    }

    private static void put(Transaction tx, String key, Optional<String> text) {
        text.ifPresentOrElse(t -> tx.set(key, new StoredValue(key, t)), () -> tx.remove(key));
    }
}
