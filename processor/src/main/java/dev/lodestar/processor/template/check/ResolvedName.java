package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.step.Condition;
import dev.lodestar.processor.template.step.Let;
import dev.lodestar.processor.template.step.TemplateTypes;
import dev.lodestar.processor.template.step.Value;
import dev.lodestar.processor.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a name means.
 *
 * @param lets the records on the way to it, any of which may be missing
 * @param value the value itself, guarded by the last of them
 * @param context the context in which none of them is missing
 */
record ResolvedName(List<Let> lets, Value value, Context context) {
    ResolvedName {
        lets = List.copyOf(lets);
    }

    /** The type of the value when it is present. */
    ValueType type() {
        return TemplateTypes.unwrapped(value.type());
    }

    /** The value when none of the records on the way is missing. */
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
