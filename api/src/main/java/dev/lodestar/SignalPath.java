package dev.lodestar;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the dotted name of a signal into nested JSON objects. */
final class SignalPath {
    private SignalPath() {}

    /** Turns {@code a.b} and a value into {@code {a: {b: value}}}. */
    static Map<String, @Nullable Object> nest(String name, @Nullable Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return single(name, value);
        }
        return single(name.substring(0, dot), nest(name.substring(dot + 1), value));
    }

    // Not Map.of, which does not allow null; in a merge patch, null deletes.
    private static Map<String, @Nullable Object> single(String name, @Nullable Object value) {
        return Collections.singletonMap(name, value);
    }
}
