package dev.lodestar.runtime.store.crash;

import dev.lodestar.store.Store;
import java.nio.file.Path;

/**
 * Opens the stores of a backend. Child processes know only the name of the implementing class, which therefore needs a
 * constructor without parameters.
 */
public interface StoreOpener {
    /** Opens a store that has the folder to itself. */
    Store open(Path folder);

    /** Returns the opener of a class, given the class's name. */
    static StoreOpener named(String name) {
        try {
            var constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (StoreOpener) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name + " must have a constructor without parameters.", e);
        }
    }
}
