package dev.lodestar.processor.template;

import java.util.Optional;
import java.util.SortedSet;

/** Knows what the application's actions, views and assets are called, and where they are. */
public interface References {
    /** What is referred to, if it exists. */
    Optional<Target> find(Reference reference);

    /** Every name of a kind. */
    SortedSet<String> names(Reference.Kind kind);
}
