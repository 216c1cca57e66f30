package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History;
import dev.lodestar.store.Store;
import dev.lodestar.store.Transaction;
import dev.lodestar.store.Watch;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store over a ledger, for one author and one branch. */
final class LedgerStore extends DecodingReader implements Store {
    private final Ledger ledger;
    private final String author;
    private final @Nullable Past past;

    /**
     * @param past where the ledger's recorder keeps a history, or null if it keeps none
     */
    LedgerStore(Ledger ledger, @Nullable Past past, Space space, String author) {
        super(space);
        this.past = past;
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
        return ledger.transact(space(), new Ledger.By(author, message), tx -> {
            if (past != null) {
                past.requireBranch(tx.before(), space().branch());
            }
            return work.apply(tx);
        });
    }

    @Override
    public Watch watch(String prefix, Consumer<Commit> listener) {
        return ledger.watchers().add(space(), Keys.prefix(prefix), listener);
    }

    @Override
    public Store as(String author) {
        if (author.isBlank() || author.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The author of commits is a name of one line, not \"" + author + "\".");
        }
        return new LedgerStore(ledger, past, space(), author);
    }

    @Override
    public History history() {
        if (past == null) {
            throw new UnsupportedOperationException(
                    "This store keeps no history. Open it with one, as in Stores.inMemory(Keep.commits(1000)).");
        }
        return new LedgerHistory(ledger, past, space(), author);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
