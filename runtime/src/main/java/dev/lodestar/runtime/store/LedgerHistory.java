package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryGraph.Node;
import dev.lodestar.runtime.store.HistoryKeys.Head;
import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.runtime.store.json.StoredValue;
import dev.lodestar.runtime.store.json.ValueText;
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
import org.jspecify.annotations.Nullable;

/** The history of one branch of a ledger. */
final class LedgerHistory implements History {
    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Ledger ledger;
    private final Space space;
    private final String author;

    LedgerHistory(Ledger ledger, Space space, String author) {
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
            HistoryGraph graph = new HistoryGraph(texts);
            List<Commit> found = new ArrayList<>();
            String head = Head.of(texts, space.branch()).commit();
            Node node = head.isEmpty() ? null : graph.node(head);
            while (node != null && found.size() < limit) {
                Commit commit = node.record().commit(node.id());
                if (prefix.isEmpty() || commit.touches(prefix)) {
                    found.add(commit);
                }
                node = graph.before(node);
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
        return ledger.read(texts -> new Snapshot(HistoryGraph.apply(
                space.under(texts, ""),
                new HistoryGraph(texts)
                        .difference(Head.of(texts, space.branch()).commit(), requireId(commit)))));
    }

    @Override
    public List<Change> diff(String from, String to) {
        return ledger.read(texts -> new HistoryGraph(texts)
                .difference(requireId(from), requireId(to)).values().stream()
                        .map(Changed::change)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    public Optional<Commit> revert(String commit) {
        HistoryRecord undone =
                ledger.read(texts -> new HistoryGraph(texts).node(commit).record());
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
        return new LedgerStore(ledger, branch, author, true);
    }

    private SortedMap<String, Optional<String>> copy(Texts texts, Space branch) {
        SortedMap<String, Optional<String>> written = new TreeMap<>();
        String place = HistoryKeys.HEADS + branch.branch();
        if (texts.get(place) == null) {
            space.under(texts, "").forEach((key, text) -> written.put(branch.stored(key), Optional.of(text)));
            Head head = new Head(Head.of(texts, space.branch()).commit(), 0, 0);
            written.put(place, Optional.of(ValueText.write(head)));
        }
        return written;
    }

    @Override
    public List<String> branches() {
        return ledger.read(texts -> {
            TreeSet<String> names = new TreeSet<>(List.of(Space.MAIN.branch()));
            texts.range(
                    HistoryKeys.HEADS,
                    HistoryKeys.HEADS + Keys.LAST,
                    (key, text) -> names.add(key.substring(HistoryKeys.HEADS.length())));
            return List.copyOf(names);
        });
    }

    @Override
    public Optional<Commit> merge(String branch, Merge merge) {
        if (!branches().contains(branch)) {
            throw new IllegalArgumentException("There is no branch \"" + branch + "\"; there are " + branches() + ".");
        }
        // Read once, outside of the transaction: what is merged is what the other branch had at this moment.
        String theirs = ledger.read(texts -> Head.of(texts, branch).commit());
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        Merging merging = ledger.read(texts -> {
            HistoryGraph graph = new HistoryGraph(texts);
            String ours = Head.of(texts, space.branch()).commit();
            String base = ours.isEmpty() ? "" : graph.base(ours, theirs);
            return base.equals(theirs) ? null : new Merging(base, graph.difference(base, theirs));
        });
        return merging == null ? Optional.empty() : merge(branch, theirs, merging, merge);
    }

    /**
     * What a merge brings.
     *
     * @param base the commit that both sides started from, or empty text
     * @param theirs what the other branch has changed since
     */
    private record Merging(String base, SortedMap<String, Changed> theirs) {}

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

    // An empty id means the beginning within, but no commit to those who ask.
    private static String requireId(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            throw new IllegalArgumentException("The id of a commit is not empty.");
        }
        return id;
    }
}
