package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.Recorder.Merged;
import dev.lodestar.runtime.store.json.StoredValue;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.store.Change;
import dev.lodestar.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transaction while its work runs: what it has changed lies over what it began with. */
final class OpenTransaction extends DecodingReader implements Transaction {
    private final Texts before;
    private final SortedMap<String, Optional<String>> written = new TreeMap<>();
    private final Texts now;
    private final Thread owner = Thread.currentThread();
    private Optional<Merged> merged = Optional.empty();
    private boolean ended;

    OpenTransaction(Space space, Texts before) {
        super(space);
        this.before = before;
        this.now = new Overlay(before, written);
    }

    @Override
    public void set(String key, Object value) {
        requireOpen();
        written.put(space().stored(Keys.key(key)), Optional.of(ValueText.write(value)));
    }

    @Override
    public void remove(String key) {
        requireOpen();
        written.put(space().stored(Keys.key(key)), Optional.empty());
    }

    @Override
    <R> R read(Function<Texts, R> reader) {
        requireOpen();
        return reader.apply(now);
    }

    /** Everything that the store had when it began, of all branches. */
    Texts before() {
        return before;
    }

    /** Makes it the merge of another commit. */
    void merge(Merged other) {
        merged = Optional.of(other);
    }

    /** What it merges, or empty. */
    Optional<Merged> merged() {
        return merged;
    }

    /** Lets nothing more be done with it. */
    void end() {
        ended = true;
    }

    /** What the work has really changed. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, Optional<String>> entry : written.entrySet()) {
            String old = before.get(entry.getKey());
            String key = entry.getKey().substring(space().root().length());
            change(key, old, entry.getValue().orElse(null)).ifPresent(changes::add);
        }
        return changes;
    }

    static Optional<Change> change(String key, @Nullable String before, @Nullable String after) {
        if (after == null) {
            return Optional.ofNullable(before).map(text -> new Change.Removed(key, new StoredValue(key, text)));
        }
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new Change.Set(
                        key,
                        Optional.ofNullable(before).map(text -> new StoredValue(key, text)),
                        new StoredValue(key, after)));
    }

    private void requireOpen() {
        if (ended || Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "A transaction is used by the work that it was given to, while that runs. Make another.");
        }
    }
}
