package dev.lodestar.processor.template;

import java.util.Optional;
import java.util.SortedSet;

/** Knows what the application's actions, views and assets are called, and their URLs. */
public interface References {
    /**
     * The URL of what is referred to, if it exists: text that can stand in element content, in a quoted attribute and
     * in a JavaScript string literal as it is.
     */
    Optional<String> url(Reference reference);

    /** Every name of a kind. */
    SortedSet<String> names(Reference.Kind kind);
}
