package dev.lodestar.runtime.frame;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first asked for, and only once. Safe for use by any thread. */
final class Lazy<T> implements Supplier<T> {
    private Supplier<T> source;
    private volatile @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        return known == null ? compute() : known;
    }

    private synchronized T compute() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
            T made = known;
            // What the old source refers to is garbage now.
            source = () -> made;
        }
        return known;
    }
}
