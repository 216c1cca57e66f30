package dev.lodestar.processor.template.parse;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Provides the text of templates. */
@FunctionalInterface
public interface Templates {
    /**
     * Reads a template.
     *
     * @param path its path below {@code templates/}, with its extension
     * @return its text, or empty if there is no such template
     */
    Optional<String> read(String path);

    /** The paths of all known templates, from which to suggest one instead of an unknown one; may be empty. */
    default SortedSet<String> paths() {
        return new TreeSet<>();
    }
}
