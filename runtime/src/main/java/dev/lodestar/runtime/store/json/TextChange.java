package dev.lodestar.runtime.store.json;

import dev.lodestar.store.Change;
import dev.lodestar.store.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A change of one key, as texts. Immutable.
 *
 * @param before the text before, empty if there was none
 * @param after the text after, empty if there is none
 */
public record TextChange(String key, Optional<String> before, Optional<String> after) {
    /** Returns the texts of a change. */
    public static TextChange of(Change change) {
        return new TextChange(
                change.key(), change.before().map(Value::json), change.after().map(Value::json));
    }

    /** Returns the changes, without those that make no difference; unmodifiable. */
    public static List<Change> changes(Collection<TextChange> changes) {
        return changes.stream()
                .map(TextChange::change)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns what takes this change back. */
    public TextChange undo() {
        return new TextChange(key, after, before);
    }

    /** Returns the change, or empty if it makes no difference. */
    public Optional<Change> change() {
        if (after.isEmpty()) {
            return value(before).map(value -> new Change.Removed(key, value));
        }
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new Change.Set(key, value(before), new StoredValue(key, after.get())));
    }

    /** Returns a text of this key as a value. */
    public Optional<Value> value(Optional<String> text) {
        return text.map(t -> new StoredValue(key, t));
    }
}
