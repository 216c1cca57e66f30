package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.history.CommitGraph;
import dev.lodestar.runtime.store.history.Keys;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History;
import dev.lodestar.store.Store;
import dev.lodestar.store.Transaction;
import dev.lodestar.store.Watch;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store on a ledger, for one author and one branch. */
final class LedgerStore extends DecodingReader implements Store {
    private final Ledger ledger;
    private final String author;
    private final @Nullable CommitGraph graph;

    /**
     * @param graph the history that the ledger's recorder keeps, or null if it keeps none
     */
    LedgerStore(Ledger ledger, @Nullable CommitGraph graph, Branch branch, String author) {
        super(branch);
        this.graph = graph;
        this.ledger = ledger;
        this.author = author;
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    <R> R read(Function<Texts, R> reader) {
        return ledger.read(reader);
    }

    @Override
    public Optional<Commit> commit(String message, Consumer<Transaction> work) {
        return run(message, tx -> {
                    work.accept(tx);
                    return true;
                })
                .commit();
    }

    @Override
    public <R> R transact(String message, Function<Transaction, R> work) {
        return run(message, work::apply).result();
    }

    @Override
    public boolean compareAndSet(String key, @Nullable Object expected, @Nullable Object replacement) {
        return run("Set " + key, tx -> {
                    boolean same = ValueText.same(key, tx.text(Keys.key(key)), expected);
                    if (same && replacement != null) {
                        tx.set(key, replacement);
                    } else if (same) {
                        tx.remove(key);
                    }
                    return same;
                })
                .result();
    }

    private <R> Ledger.Outcome<R> run(String message, Function<OpenTransaction, R> work) {
        return ledger.transact(branch(), new Ledger.By(author, message), tx -> {
            if (graph != null) {
                graph.requireBranch(tx.before(), branch().name());
            }
            return work.apply(tx);
        });
    }

    @Override
    public Watch watch(String prefix, Consumer<Commit> listener) {
        return ledger.watchers().add(branch(), Keys.prefix(prefix), listener);
    }

    @Override
    public Store as(String author) {
        if (author.isBlank() || author.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The author of a commit must be a name of one line, not \"" + author + "\".");
        }
        return new LedgerStore(ledger, graph, branch(), author);
    }

    @Override
    public History history() {
        if (graph == null) {
            throw new UnsupportedOperationException(
                    "This store keeps no history. Open it with one, as in Stores.inMemory(Keep.commits(1000)).");
        }
        return new LedgerHistory(ledger, graph, branch(), author);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
