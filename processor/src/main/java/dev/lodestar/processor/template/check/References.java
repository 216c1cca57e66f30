package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.parse.Reference;
import java.util.Optional;
import java.util.SortedSet;

/** Knows the names of the application's actions, views and assets, and their URLs. */
public interface References {
    /** The target of a reference, if it exists. */
    Optional<Target> find(Reference reference);

    /** All names of a kind, in order. */
    SortedSet<String> names(Reference.Kind kind);
}
