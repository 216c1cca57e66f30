package dev.lodestar.processor.template;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One run over a template and its partials: what it may use, and what it found out. */
final class Check {
    final Library library;
    final References references;
    final NameResolver names;
    final Partials partials = new Partials();
    final Set<Fault> faults = new LinkedHashSet<>();
    final SortedSet<String> templatesRead = new TreeSet<>();
    final SortedSet<Reference> referencesUsed = new TreeSet<>();

    Check(Library library, References references, NameResolver names) {
        this.library = library;
        this.references = references;
        this.names = names;
    }
}
