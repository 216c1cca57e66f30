package dev.lodestar.processor.template.check;

import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.template.parse.Fault;
import dev.lodestar.processor.template.parse.Library;
import dev.lodestar.processor.template.parse.Reference;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One check of a template and its partials: what it can use, and what it has found. */
final class Check {
    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file).thenComparing(Fault::line).thenComparing(Fault::column);

    private final Library library;
    private final References references;
    private final NameResolver names;
    private final Optional<ExpressionModule> module;
    private final Partials partials = new Partials();
    private final Map<String, TemplateNeeds> needs = new HashMap<>();
    private final Map<Fault, Fault> faults = new LinkedHashMap<>();
    private final Map<Fault, Fault> keylessLists = new LinkedHashMap<>();
    private final SortedSet<String> templatesRead = new TreeSet<>();
    private final SortedSet<Reference> referencesUsed = new TreeSet<>();

    Check(Library library, References references, NameResolver names, Optional<ExpressionModule> module) {
        this.library = library;
        this.references = references;
        this.names = names;
        this.module = module;
    }

    Library library() {
        return library;
    }

    /** What the template at a path takes from where it is included. */
    TemplateNeeds needs(String path) {
        TemplateNeeds known = needs.get(path);
        if (known == null) {
            known = TemplateNeeds.of(path, library);
            needs.put(path, known);
        }
        return known;
    }

    References references() {
        return references;
    }

    NameResolver names() {
        return names;
    }

    /** The module that expressions become part of, if there is one. */
    Optional<ExpressionModule> module() {
        return module;
    }

    Partials partials() {
        return partials;
    }

    /** Records faults. One that is found again, as in a partial that is used twice, counts once. */
    void report(Collection<Fault> found) {
        found.forEach(fault -> faults.putIfAbsent(fault.alone(), fault));
    }

    /** Records a list whose items hold a form control that nothing ties to its item. */
    void noteKeyless(Fault list) {
        keylessLists.putIfAbsent(list.alone(), list);
    }

    void noteRead(String path) {
        templatesRead.add(path);
    }

    void noteUsed(Reference reference) {
        referencesUsed.add(reference);
    }

    /** All faults, ordered by file and position. */
    List<Fault> faults() {
        return faults.values().stream().sorted(ORDER).toList();
    }

    List<Fault> keylessLists() {
        return keylessLists.values().stream().sorted(ORDER).toList();
    }

    SortedSet<String> templatesRead() {
        return templatesRead;
    }

    SortedSet<Reference> referencesUsed() {
        return referencesUsed;
    }
}
