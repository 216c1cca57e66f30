package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a name means.
 *
 * @param lets the records on the way to it, of which each may be missing
 * @param value the value itself, guarded by the last of them
 * @param context the context in which none of them is missing
 */
record Found(List<Let> lets, Value value, Context context) {
    Found {
        lets = List.copyOf(lets);
    }

    /** The type of what is found, if it is there. */
    ValueType type() {
        return Types.unwrapped(value.type());
    }

    /** The value where none of the records on the way is missing. */
    Value unguarded() {
        return new Value(value.base(), value.component(), false);
    }

    /** Whether a record on the way to it may be missing. */
    boolean isGuarded() {
        return !lets.isEmpty();
    }

    /** The condition that none of the records on the way is missing. */
    Condition reached() {
        return Condition.present(lets.get(lets.size() - 1).local());
    }

    /** The declarations and one more. */
    List<Let> letsAnd(Let let) {
        List<Let> more = new ArrayList<>(lets);
        more.add(let);
        return more;
    }
}
