package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.history.Keys;
import dev.lodestar.runtime.store.history.Overlay;
import dev.lodestar.runtime.store.history.Recorder.Merged;
import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Change;
import dev.lodestar.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A transaction while its work runs: its own changes lie on top of the state that it started from. */
final class OpenTransaction extends DecodingReader implements Transaction {
    private final Texts before;
    private final SortedMap<String, Optional<String>> written = new TreeMap<>();
    private final Texts now;
    private final Thread owner = Thread.currentThread();
    private Optional<Merged> merged = Optional.empty();
    private boolean ended;

    OpenTransaction(Branch branch, Texts before) {
        super(branch);
        this.before = before;
        this.now = new Overlay(before, written);
    }

    @Override
    public void set(String key, Object value) {
        requireOpen();
        written.put(branch().stored(Keys.key(key)), Optional.of(ValueText.write(value)));
    }

    @Override
    public void remove(String key) {
        requireOpen();
        written.put(branch().stored(Keys.key(key)), Optional.empty());
    }

    @Override
    <R> R read(Function<Texts, R> reader) {
        requireOpen();
        return reader.apply(now);
    }

    /** Returns everything in the store when the transaction started, in all branches. */
    Texts before() {
        return before;
    }

    /** Makes this the merge of another commit. */
    void merge(Merged other) {
        merged = Optional.of(other);
    }

    /** Returns the commit that it merges, or empty. */
    Optional<Merged> merged() {
        return merged;
    }

    /** Refuses every use from now on. */
    void end() {
        ended = true;
    }

    /** Returns what the work has changed, without what it set to the value it had before. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, Optional<String>> entry : written.entrySet()) {
            String key = entry.getKey().substring(branch().root().length());
            Optional<String> old = Optional.ofNullable(before.get(entry.getKey()));
            new TextChange(key, old, entry.getValue()).change().ifPresent(changes::add);
        }
        return changes;
    }

    private void requireOpen() {
        if (ended || Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "A transaction can be used only by the work it was given to, while that runs. Start a new one.");
        }
    }
}
