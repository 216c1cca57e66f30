package dev.lodestar.processor.template;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds templates. */
@FunctionalInterface
public interface Templates {
    /**
     * Reads a template.
     *
     * @param path its path below {@code templates/}, with its ending
     * @return its text, or empty if there is none
     */
    Optional<String> read(String path);

    /** The paths of all templates that are known, to offer one in place of an unknown one; may be empty. */
    default SortedSet<String> paths() {
        return new TreeSet<>();
    }
}
